import { clerks, type Clerk } from '../support/clerk';
import { today } from '../support/deadlines';
import { chronicQingdao, chronicYantai } from '../support/recognition';
import { sandbox } from '../support/sandbox';
import { repair } from '../support/supervision';
import { query, withTemporal } from '../support/system';
import { isConcluded } from '../support/transfers';
import { until } from '../support/until';
import { caseOf, clockOf, documentsOf, problemOf, type CaseView } from '../support/views';

/** 门诊慢病 (YT-7) and 门诊慢特病 (QD-5) over HTTP, every branch from the published actions. */
let window: Clerk, reviewer: Clerk, head: Clerk, hospital: Clerk;
let qingdaoHospital: Clerk, qingdaoReviewer: Clerk, qingdaoWindow: Clerk, station: Clerk;

jest.setTimeout(120_000);
beforeAll(async () => {
  await sandbox.noFaults();
  [window, reviewer, head, hospital, qingdaoHospital, qingdaoReviewer, qingdaoWindow, station] = await clerks(
    'yt-window',
    'yt-review',
    'yt-head',
    'inst-demo',
    'qd-inst-demo',
    'qd-review',
    'qd-window',
    'qd-station-demo',
  );
  // A round is opened once a quarter; another run of this file may have done so on the same database.
  await query(`delete from review_round where agency = '370600'`);
});
afterAll(() => sandbox.noFaults());

const tomorrow = (): string => new Date(Date.parse(today()) + 86_400_000).toISOString().slice(0, 10);
const stageOf = (view: CaseView): string[] => view.tasks.map(({ stage }) => stage);
const reasonOf = (view: CaseView, action: string): string | undefined =>
  view.actions.find((one) => one.action === action && !one.allowed)?.reason;

async function printed(clerk: Clerk, view: CaseView): Promise<string[]> {
  return Promise.all(
    view.documents.map(async ({ type, documentNo }) => {
      const answer = await clerk.get<string>(`/api/cases/${view.caseNo}/documents/${documentNo}.pdf`);
      return `${type} ${answer.status} ${answer.body.slice(0, 5)}`;
    }),
  );
}

describe('门诊慢病 of 烟台', () => {
  test('a hospital reviews a listed disease, the applicant picks one hospital and signs: effective at once, from the next day', async () => {
    const opened = caseOf(
      await hospital.open(chronicYantai({ channel: 'hospital', acceptNow: true, form: { hospital: '烟台演示医院' } })),
    );
    expect(stageOf(opened)).toEqual(['hospitalReview']);
    await hospital.act(opened.caseNo, 'approve', { input: { designatedHospital: '芝罘演示诊所', signedOn: today() } });
    const done = await window.waitFor(opened.caseNo, 'it is recorded', isConcluded);
    expect(done).toMatchObject({ outcome: 'completed' });
    expect(documentsOf(done)).toEqual(['receipt', 'acceptanceNotice', 'recognitionForm', 'conclusionNotice']);
    expect(await printed(window, done)).toEqual(documentsOf(done).map((type) => `${type} 200 %PDF-`));
    const [form] = await query<{ data: Record<string, string> }>(
      `select data from document where case_no = $1 and type = 'recognitionForm'`,
      [opened.caseNo],
    );
    expect(form?.data).toMatchObject({
      diseaseName: '糖尿病',
      benefitFrom: tomorrow(),
      designatedHospital: '芝罘演示诊所',
      decidedBy: '烟台演示医院',
    });
  });

  test('a hospital that does not qualify is refused before a number is given', async () => {
    const [unlisted] = await clerks('agent-hospital-demo');
    const given = { channel: 'hospital', form: { hospital: '烟台演示代传医院' } };
    const answer = await unlisted.open(chronicYantai(given));
    expect(problemOf(answer)).toMatchObject({ status: 422, code: 'ADMISSION_NOT_LISTED' });
    expect(problemOf(answer).detail).toContain('烟台演示代传医院');
  });

  test('a hospital acts in its own name alone, at registration and after', async () => {
    const foreign = { channel: 'hospital', form: { hospital: '烟台演示代传医院' } };
    const answer = problemOf(await hospital.open(chronicYantai(foreign)));
    expect([answer.status, answer.detail]).toEqual([403, expect.stringContaining('烟台演示代传医院')]);
    const own = { channel: 'hospital', form: { hospital: '烟台演示医院' } };
    const { caseNo } = caseOf(await hospital.open(chronicYantai(own)));
    const changed = await hospital.attempt(caseNo, 'saveForm', { input: { form: { hospital: '烟台演示代传医院' } } });
    expect(problemOf(changed).status).toBe(403);
    const listed = problemOf(
      await qingdaoHospital.open(chronicQingdao({ form: { hospital: 'qingdao-university-affiliated' } })),
    );
    expect([listed.status, listed.detail]).toEqual([403, expect.stringContaining('青岛大学附属医院')]);
    const [another] = await clerks('agent-hospital-demo');
    expect((await another.get(`/api/cases/${caseNo}`)).status).toBe(404);
  });

  test('residents are offered the diseases of their own list', async () => {
    const given = { applicant: { ...chronicYantai().applicant, kind: 'resident' }, form: { disease: 'pepticUlcer' } };
    expect(problemOf(await window.open(chronicYantai(given))).errors).toMatchObject([
      { field: 'form.disease', code: 'NOT_OFFERED' },
    ]);
    expect(caseOf(await window.open(chronicYantai({ form: { disease: 'pepticUlcer' } }))).state).toBe('received');
  });

  test('papers older than half a year are not accepted, and the refusal says why', async () => {
    const opened = caseOf(await window.open(chronicYantai({ form: { recordIssuedOn: '2025-01-01' } })));
    expect(reasonOf(opened, 'accept')).toContain('半年内');
    const refused = await window.act(opened.caseNo, 'refuse', { input: { reason: '请提供半年内的病历' } });
    expect(refused).toMatchObject({ outcome: 'notAccepted' });
    expect(await printed(window, refused)).toEqual(['receipt 200 %PDF-', 'nonAcceptanceNotice 200 %PDF-']);
  });

  test('other diseases wait for the quarter’s round; a broken case holds up none; experts see what is doubtful', async () => {
    const other = () =>
      chronicYantai({ form: { disease: 'otherClassA', otherDisease: '慢性心力衰竭' }, acceptNow: true });
    const [broken, sound] = [caseOf(await window.open(other())), caseOf(await window.open(other()))];
    expect(sound.tasks).toEqual([]);
    expect(clockOf(sound, 'quarterReview')).toMatchObject({ state: 'running', startedOn: today() });
    await withTemporal((client) => client.workflow.getHandle(`case-${broken.caseNo}`).terminate('test'));

    expect(problemOf(await window.post('/api/review-rounds', { itemCode: 'YT-7' })).code).toBe('ACCESS_DENIED');
    const round = await head.post<{ period: string; reviewOn: string }>('/api/review-rounds', { itemCode: 'YT-7' });
    expect(round).toMatchObject({ status: 201, body: { reviewOn: today() } });
    expect(problemOf(await head.post('/api/review-rounds', { itemCode: 'YT-7' })).code).toBe('REVIEW_ROUND_OPENED');
    expect(problemOf(await head.post('/api/review-rounds', { itemCode: 'YT-2.2' })).code).toBe('ITEM_UNKNOWN');

    const taken = await reviewer.waitFor(sound.caseNo, 'the round takes it up', (view) => view.tasks.length > 0, 60);
    expect(stageOf(taken)).toEqual(['review']);
    expect(clockOf(taken, 'quarterReview').state).toBe('met');
    expect(clockOf(taken, 'classAReview')).toMatchObject({ state: 'running', startedOn: today(), quantity: 20 });
    const listed = (await head.get<{ rounds: { told: number; failed: number; state: string }[] }>('/api/review-rounds'))
      .body;
    expect(listed.rounds[0]?.told).toBeGreaterThan(0);
    expect(listed.rounds[0]).toMatchObject({ failed: 1, state: 'open' });

    const grounds = taken.actions
      .find(({ action }) => action === 'referToExperts')
      ?.fields.find(({ id }) => id === 'ground');
    expect(grounds?.options).toHaveLength(4);
    const sent = await reviewer.act(sound.caseNo, 'referToExperts', {
      input: { ground: 'doubtfulRecords', doubt: '检查报告与病程记录不一致' },
    });
    expect(clockOf(sent, 'classAReview').state).toBe('paused');
    expect(documentsOf(sent)).toContain('specialProcedureNotice');
    const back = await reviewer.act(sound.caseNo, 'recordExpertResult', {
      input: { expertResult: 'meets', reviewedOn: today(), opinion: '符合准入标准' },
    });
    expect(stageOf(back)).toEqual(['review']);
    expect(clockOf(back, 'classAReview').state).toBe('running');
    await reviewer.act(sound.caseNo, 'approve', { input: { designatedHospital: '烟台演示医院' } });
    const done = await window.waitFor(sound.caseNo, 'it is recorded', isConcluded);
    expect(done.outcome).toBe('completed');
    expect(await printed(window, done)).toEqual(documentsOf(done).map((type) => `${type} 200 %PDF-`));

    // The broken one is found by the sweep and rebuilt: a case that no message reaches would hold up the next calendar.
    const [supervisor] = await clerks('yt-supervise');
    const rebuilt = () => repair(supervisor, broken.caseNo, 'rebuild');
    expect((await until('rebuilt', rebuilt, ({ status }) => status === 201, 60)).body.state).toBe('done');
    await head.act(broken.caseNo, 'terminate', { input: { reason: '测试到此为止' } });
  });

  test('what the core platform refuses comes back to the window and is corrected', async () => {
    await sandbox.faults('core', { rejected: 1 });
    const opened = caseOf(await window.open(chronicYantai({ acceptNow: true })));
    await reviewer.act(opened.caseNo, 'approve', { input: {} });
    const back = await window.waitFor(opened.caseNo, 'it comes back', (view) => view.tasks.length > 0);
    expect(stageOf(back)).toEqual(['correctRecord']);
    await window.act(opened.caseNo, 'resubmit', { input: { correction: '更正病种编码' } });
    expect((await window.waitFor(opened.caseNo, 'it is recorded', isConcluded)).outcome).toBe('completed');
  });
});

describe('门诊慢特病 of 青岛', () => {
  test('a hospital of table 1 decides one of the 39 at once; the benefit begins on the day of approval', async () => {
    const opened = caseOf(await qingdaoHospital.open(chronicQingdao()));
    expect(stageOf(opened)).toEqual(['hospitalReview']);
    await qingdaoHospital.act(opened.caseNo, 'approve', { input: { opinion: '符合' } });
    const done = await qingdaoWindow.waitFor(opened.caseNo, 'it is recorded', isConcluded);
    const [form] = await query<{ data: Record<string, string> }>(
      `select data from document where case_no = $1 and type = 'recognitionForm'`,
      [opened.caseNo],
    );
    expect(form?.data).toMatchObject({
      benefitFrom: today(),
      decidedBy: '青岛市市立医院',
      diseaseName: '尿毒症透析治疗',
    });
    expect(await printed(qingdaoWindow, done)).toEqual(documentsOf(done).map((type) => `${type} 200 %PDF-`));
  });

  test.each([
    ['hiv', 'qingdao-municipal', '表 2'],
    ['dialysis', 'pingji', '表 1'],
    ['hepatitisB', 'other-hospital', '名单'],
  ])('%s cannot be decided at %s, with a reason of its own', async (disease, at, words) => {
    const opened = caseOf(await qingdaoHospital.open(chronicQingdao({ form: { disease, hospital: at } })));
    expect(opened.acceptedOn).toBeNull();
    expect(reasonOf(opened, 'accept')).toContain(words);
    const refused = await qingdaoHospital.act(opened.caseNo, 'refuse', { input: { reason: '请到名单内医院' } });
    expect(refused.outcome).toBe('notAccepted');
    expect(refused.outcomeReason).toContain('即时审批名单');
  });

  test('another disease is taken in by the hospital and reviewed by the agency within seven working days', async () => {
    const given = { disease: 'other', otherDisease: '干燥综合征', hospital: 'other-hospital' };
    const opened = caseOf(await qingdaoHospital.open(chronicQingdao({ form: given })));
    expect(stageOf(opened)).toEqual(['review']);
    expect(clockOf(opened, 'otherDiseases')).toMatchObject({ quantity: 7, state: 'running' });
    const rejected = await qingdaoReviewer.act(opened.caseNo, 'reject', { input: { reason: '不符合认定标准' } });
    expect(rejected.outcome).toBe('rejected');
    expect(await printed(qingdaoWindow, rejected)).toContain('rejectionDecision 200 %PDF-');
  });

  test('a work station takes in what the agency reviews; what is missing is told once', async () => {
    const body = chronicQingdao({ channel: 'workstation', materials: [], acceptNow: false });
    const { hospital: _, ...form } = body.form;
    // A hospital is no work station.
    expect((await qingdaoHospital.open({ ...body, form })).status).toBe(403);
    const opened = caseOf(await station.open({ ...body, form }));
    expect(reasonOf(opened, 'accept')).toContain('病历');
    await station.act(opened.caseNo, 'requestSupplement', { input: { asked: '请补充病历' } });
    await station.act(opened.caseNo, 'receiveSupplement', { input: { materials: ['medicalRecords'] } });
    const accepted = await station.act(opened.caseNo, 'accept');
    expect(stageOf(accepted)).toEqual(['review']);
    await qingdaoReviewer.act(opened.caseNo, 'approve', { input: {} });
    expect((await qingdaoWindow.waitFor(opened.caseNo, 'it is recorded', isConcluded)).outcome).toBe('completed');
  });

  test('the item publishes 47 diseases, 28 general hospitals and the four groups of table 2', async () => {
    interface Listed {
      dictionaries: { id: string; entries: { says?: { route?: string; decides?: string[] } }[] }[];
    }
    const { dictionaries } = (await window.get<Listed>('/api/items/QD-5')).body;
    const entries = (id: string) => dictionaries.find((one) => one.id === id)?.entries ?? [];
    const hospitals = entries('recognitionHospitals');
    const deciding = (group: string) => hospitals.filter(({ says }) => says?.decides?.includes(group)).length;
    expect(entries('chronicDiseases').filter(({ says }) => says?.route === 'listed')).toHaveLength(47);
    expect(['general', 'hepatitis', 'hiv', 'tuberculosis', 'mental'].map(deciding)).toEqual([28, 20, 8, 7, 21]);
  });
});
