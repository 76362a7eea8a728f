import { clerks, type Clerk } from '../support/clerk';
import { today } from '../support/deadlines';
import { bornOn, care, yearsAgo } from '../support/recognition';
import { sandbox } from '../support/sandbox';
import { isConcluded } from '../support/transfers';
import { caseOf, clockOf, documentsOf, type CaseView } from '../support/views';

/** 长期护理 (QD-11) over HTTP: screening, upload, objection, assessment. */
let nursing: Clerk, assessor: Clerk, window: Clerk;

jest.setTimeout(120_000);
beforeAll(async () => {
  await sandbox.noFaults();
  [nursing, assessor, window] = await clerks('qd-inst-demo', 'qd-assessor-demo', 'qd-window');
});

const stageOf = (view: CaseView): string[] => view.tasks.map(({ stage }) => stage);
const screened = (caseNo: string, input: Record<string, unknown>) =>
  nursing.act(caseNo, 'recordScreening', { input: { identityVerified: true, ...input } });
const uploaded = (caseNo: string) =>
  window.waitFor(caseNo, 'it is uploaded', (view) => stageOf(view).includes('assessmentAcceptance'));

async function assessed(caseNo: string, input: Record<string, unknown>): Promise<CaseView> {
  await assessor.act(caseNo, 'acceptAssessment');
  const visited = await assessor.act(caseNo, 'recordVisit', {
    input: { visitedOn: today(), visitors: 'P012、P034', visitFindings: '长期卧床' },
  });
  expect(stageOf(visited)).toEqual(['careDecision']);
  expect(clockOf(visited, 'careDecisionStep')).toMatchObject({ quantity: 5, state: 'running' });
  await assessor.act(caseNo, 'concludeAssessment', { input: { opinion: '符合评估标准', ...input } });
  return window.waitFor(caseNo, 'it is concluded', isConcluded);
}

async function printed(view: CaseView): Promise<string[]> {
  return Promise.all(
    view.documents.map(async ({ type, documentNo }) => {
      const answer = await window.get<string>(`/api/cases/${view.caseNo}/documents/${documentNo}.pdf`);
      return `${type} ${answer.status} ${answer.body.slice(0, 5)}`;
    }),
  );
}
const allPrint = async (view: CaseView) =>
  expect(await printed(view)).toEqual(documentsOf(view).map((type) => `${type} 200 %PDF-`));

const older = () => ({ applicant: { ...bornOn(yearsAgo(85)), kind: 'insuredPerson' } });
const almost = () => ({ applicant: { ...bornOn(yearsAgo(85, 1)), kind: 'insuredPerson' } });

test.each([
  ['younger, ADL 60', care, 60],
  ['85 today, ADL 65', () => care(older()), 65],
])('somebody %s passes the screening and is uploaded within the three days', async (_, application, adlScore) => {
  const opened = caseOf(await nursing.open(application()));
  expect(clockOf(opened, 'screeningUpload')).toMatchObject({ quantity: 3, startedOn: today(), state: 'running' });
  await screened(opened.caseNo, { adlScore });
  const view = await uploaded(opened.caseNo);
  expect(clockOf(view, 'screeningUpload').state).toBe('met');
  expect(documentsOf(view)).not.toContain('screeningNotice');
});

test.each([
  ['younger, ADL 61', care, 61],
  ['85 today, ADL 66', () => care(older()), 66],
  ['85 tomorrow, ADL 65', () => care(almost()), 65],
])('somebody %s does not pass, is told why and may object', async (_, application, adlScore) => {
  const opened = caseOf(await nursing.open(application()));
  const after = await screened(opened.caseNo, { adlScore });
  expect(stageOf(after)).toEqual(['screeningObjection']);
  expect(documentsOf(after)).toContain('screeningNotice');
});

test('who passes is assessed at home and gets the benefit', async () => {
  const { caseNo } = caseOf(await nursing.open(care()));
  await screened(caseNo, { adlScore: 20 });
  await uploaded(caseNo);
  const done = await assessed(caseNo, { assessmentResult: 'meets', careLevel: '四级' });
  expect(done.outcome).toBe('completed');
  expect(documentsOf(done)).toEqual(['receipt', 'acceptanceNotice', 'assessmentConclusion', 'conclusionNotice']);
  await allPrint(done);
});

test('who does not meet the conditions is told so in writing', async () => {
  const { caseNo } = caseOf(await nursing.open(care()));
  await screened(caseNo, { adlScore: 58 });
  await uploaded(caseNo);
  const done = await assessed(caseNo, { assessmentResult: 'fails' });
  expect(done).toMatchObject({ outcome: 'rejected' });
  expect(documentsOf(done)).toContain('assessmentConclusion');
  await allPrint(done);
});

test('without records a physician’s opinion stands in their place', async () => {
  const given = { form: { hasRecords: false }, materials: ['assessmentForm', 'applicantIdentity'] };
  const { caseNo } = caseOf(await nursing.open(care(given)));
  const lacking = await nursing.attempt(caseNo, 'recordScreening', { input: { identityVerified: true, adlScore: 30 } });
  expect(lacking.status).toBe(400);
  await screened(caseNo, { adlScore: 30, physicianNo: 'D3702001', physicianOpinion: '长期卧床' });
  const view = await uploaded(caseNo);
  expect(documentsOf(view)).toContain('physicianOpinion');
  await allPrint(view);
});

test('who fails the screening may object to the assessment body, which then assesses', async () => {
  const { caseNo } = caseOf(await nursing.open(care()));
  const failed = await screened(caseNo, { adlScore: 90 });
  expect(failed.actions.some(({ action }) => action === 'fileObjection')).toBe(true);
  const view = await assessor.case(caseNo);
  expect(view.actions.find(({ action }) => action === 'closeUnobjected')).toMatchObject({ allowed: false });
  await assessor.act(caseNo, 'fileObjection', { input: { objection: '评分与实际不符' } });
  const done = await assessed(caseNo, { assessmentResult: 'meets', careLevel: '三级' });
  expect(done.outcome).toBe('completed');
  await allPrint(done);
});

test('dementia is screened by papers: district, class of hospital, seal and score', async () => {
  const papers = (form: Record<string, unknown>) =>
    care({
      variant: 'dementia',
      form: { hasRecords: undefined, district: 'shinan', diagnosisHospital: 'tertiaryGeneral', ...form },
      materials: ['assessmentForm', 'mmseScale', 'diagnosisPapers', 'applicantIdentity'],
    });
  const good = { mmseScore: 9, mmseSealed: true, specialist: true };
  const passing = caseOf(await nursing.open(papers({})));
  await screened(passing.caseNo, good);
  await uploaded(passing.caseNo);

  const elsewhere = caseOf(await nursing.open(papers({ district: 'jimo', diagnosisHospital: 'secondaryPsychiatric' })));
  await screened(elsewhere.caseNo, good);
  await uploaded(elsewhere.caseNo);

  const low = caseOf(await nursing.open(papers({ diagnosisHospital: 'secondaryPsychiatric' })));
  const refused = await screened(low.caseNo, good);
  expect(stageOf(refused)).toEqual(['screeningObjection']);
  const ended = await assessor.act(low.caseNo, 'waiveObjection');
  expect(ended).toMatchObject({ outcome: 'rejected' });
  expect(ended.outcomeReason).toContain('规定级别的医院');
  await allPrint(ended);
});

test('other papers carry no date of birth: it is asked for', async () => {
  const passport = {
    kind: 'insuredPerson',
    idType: 'passport',
    idNumber: 'E12345678',
    name: '李演示',
    phone: '13800000000',
  };
  const opened = caseOf(
    await nursing.open(care({ applicant: { ...passport, idNumber: `E${Date.now() % 100_000_000}` } })),
  );
  expect(opened.actions.find(({ action }) => action === 'accept')).toMatchObject({ allowed: false });
  await nursing.act(opened.caseNo, 'saveForm', { input: { form: { birthDate: '1935-05-05' } } });
  const accepted = await nursing.act(opened.caseNo, 'accept');
  expect(stageOf(accepted)).toEqual(['screening']);
  await screened(opened.caseNo, { adlScore: 65 });
  await uploaded(opened.caseNo);
});
