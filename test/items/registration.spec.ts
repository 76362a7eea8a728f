import { createLetterSigner } from '@due-process/secrets';
import { randomUUID } from 'node:crypto';
import { clerks, type Clerk } from '../support/clerk';
import { today } from '../support/deadlines';
import { openEnrolmentPeriod } from '../support/enrolment-period';
import { testKeys } from '../support/environment';
import { creditCode } from '../support/fill';
import { askApi, type Answer } from '../support/http';
import { demoCitizen, somebody } from '../support/persons';
import { printed as printedWords } from '../support/printed';
import { csvOf, handIn, linesIn, pupils, rosterOf, settledRoster, type RosterView } from '../support/rosters';
import { sandbox } from '../support/sandbox';
import { isConcluded } from '../support/transfers';
import { caseOf, documentsOf, problemOf, type CaseView } from '../support/views';

let window: Clerk, reviewer: Clerk, school: Clerk, nursery: Clerk, community: Clerk, qingdaoWindow: Clerk;
beforeAll(async () => {
  await sandbox.noFaults();
  let head: Clerk;
  [window, reviewer, school, nursery, community, qingdaoWindow, head] = await clerks(
    'yt-window',
    'yt-review',
    'school-demo',
    'qd-school-demo',
    'community-demo',
    'qd-window',
    'yt-head',
  );
  await openEnrolmentPeriod(head);
});
afterAll(() => sandbox.noFaults());

const year = Number(today().slice(0, 4)) + 1;
/** A day of last summer: no 集中缴费期 holds it. */
const lastSummer = `${year - 2}-08-20`;
const body = (kind: string, name = '演示单位') => ({
  kind,
  name,
  idType: 'creditCode',
  idNumber: creditCode(),
  phone: '13800000000',
});
/** The schools of the demonstration apply for themselves. */
const yantaiSchool = { ...body('school', '烟台演示学校'), idNumber: '12370600MADEMD004D' };
const qingdaoSchool = { ...body('school', '青岛演示学校'), idNumber: '12370200MADEMD003M' };
const resident = (given: Record<string, unknown> = {}) => ({
  itemCode: 'YT-1.4',
  officeId: 'zhifu',
  channel: 'community',
  applicant: { ...somebody(), kind: 'resident' },
  form: { registeredPlace: '幸福街道 1 号', residentGroup: 'urbanUnemployed', insuredYear: year },
  materials: ['identityCard'],
  ...given,
});
const pupilsOf = (roster: RosterView, given: Record<string, unknown> = {}) => ({
  itemCode: 'YT-1.5',
  officeId: 'zhifu',
  channel: 'online',
  applicant: yantaiSchool,
  form: { insuredYear: year, roster: roster.id },
  materials: ['studentRoster'],
  acceptNow: true,
  ...given,
});
const printed = async (clerk: Clerk, view: CaseView): Promise<number[]> =>
  Promise.all(
    view.documents.map(
      async ({ documentNo }) => (await clerk.get(`/api/cases/${view.caseNo}/documents/${documentNo}.pdf`)).status,
    ),
  );

describe('城乡居民参保登记 on two levels', () => {
  it('is registered by the street office and reviewed by the agency', async () => {
    const view = caseOf(await community.open(resident({ acceptNow: true })));
    expect(view).toMatchObject({ state: 'inReview', stage: '参保地经办机构审核' });
    await reviewer.act(view.caseNo, 'approve');
    const after = await window.waitFor(view.caseNo, 'the core platform enters it', isConcluded);
    expect(after.outcome).toBe('completed');
    expect(documentsOf(after)).toEqual(['receipt', 'conclusionNotice']);
    expect(await printed(window, after)).toEqual([200, 200]);
  });

  it('is refused outside the 集中缴费期, with its dates', async () => {
    const answer = await window.open(resident({ receivedAt: lastSummer }));
    const problem = problemOf(answer);
    expect([problem.status, problem.code]).toEqual([409, 'ADMISSION_OUTSIDE_PERIOD']);
    expect(problem.detail).toMatch(/集中缴费期为 \d{4}-\d{2}-\d{2} 至 \d{4}-\d{2}-\d{2}/);
  });

  it('is not for who is insured as an employee, and not yet taken online', async () => {
    const person = { ...somebody(), kind: 'resident' };
    await sandbox.enrolment({ idNumber: person.idNumber, region: '370600', status: 'enrolled' });
    const view = caseOf(await window.open(resident({ applicant: person })));
    const refused = await window.attempt(view.caseNo, 'accept');
    expect(problemOf(refused).detail).toMatch('已在参保');
    const told = await window.act(view.caseNo, 'refuse', { input: { reason: '请按职工参保办理' } });
    expect(told.state).toBe('notAccepted');
    expect(problemOf(await window.open(resident({ channel: 'online' }))).errors).toMatchObject([{ field: 'channel' }]);
  });

  it('happens once: who was registered is enrolled', async () => {
    const person = { ...somebody(), kind: 'resident' };
    const open = (clerk: Clerk) => clerk.open(resident({ applicant: person, acceptNow: true }));
    const first = caseOf(await open(community));
    await reviewer.act(first.caseNo, 'approve');
    await window.waitFor(first.caseNo, 'the first is entered', isConcluded);
    const second = caseOf(await open(window));
    expect(second.facts).toMatchObject([{ id: 'enrolment', value: 'enrolled', holds: false }]);
  });
});

describe('城乡居民参保登记 in Qingdao', () => {
  it('asked for online is taken in and decided by the street office that the resident names', async () => {
    const [citizen, street] = await clerks('person-demo', 'qd-community-demo');
    await sandbox.enrolment({ idNumber: demoCitizen.idNumber, region: '370200', status: 'none' });
    const view = caseOf(
      await citizen.open({
        itemCode: 'QD-1.3',
        officeId: 'shinan',
        channel: 'online',
        applicant: { ...demoCitizen, kind: 'resident' },
        form: {
          registeredPlace: '香港中路街道',
          residentGroup: 'urbanUnemployed',
          insuredYear: year,
          communityOffice: 'qd-community-org',
        },
        materials: [
          { id: 'identityDocument', status: 'shared' },
          { id: 'residentRegistrationForm', status: 'received' },
        ],
      }),
    );
    await street.act(view.caseNo, 'accept');
    const after = await citizen.waitFor(view.caseNo, 'it is entered', isConcluded);
    expect([after.outcome, documentsOf(after)]).toEqual(['completed', ['receipt', 'conclusionNotice']]);
    // The demonstration's one citizen is an insured employee again for whoever comes after.
    const insured = { status: 'enrolled', kind: 'employee', paidMonths: 60 };
    await sandbox.enrolment({ idNumber: demoCitizen.idNumber, region: '370200', ...insured });
  });
});

describe('a list of pupils', () => {
  it('is one however often its file is handed in, and belongs to whoever handed it in', async () => {
    const text = csvOf(pupils(3));
    const first = await handIn(school, text, '三年级.csv');
    expect([first.status, first.body]).toMatchObject([
      201,
      { lines: 3, state: 'staged', repeated: false, fileName: '三年级.csv' },
    ]);
    const again = await handIn(school, text, '改名.csv');
    expect([again.status, again.body]).toMatchObject([200, { id: first.body.id, repeated: true }]);
    expect((await nursery.get(`/api/rosters/${first.body.id}`)).status).toBe(404);
    const taken = await nursery.open({
      itemCode: 'QD-1.4',
      officeId: 'shinan',
      channel: 'onsite',
      applicant: { ...qingdaoSchool, kind: 'nursery' },
      form: { insuredYear: year, roster: first.body.id },
      materials: ['studentRoster'],
    });
    expect(problemOf(taken).errors).toMatchObject([{ field: 'form.roster' }]);
  });

  it('without its columns, empty or torn is refused in words', async () => {
    for (const [text, words] of [
      ['姓名,班级\n王小明,三', '身份证号'],
      ['姓名,身份证号\n', '没有人员'],
      ['PK\u0003\u0004torn', '已损坏'],
    ] as const)
      expect(problemOf(await handIn(school, text)).errors).toMatchObject([
        { field: 'file', message: expect.stringContaining(words) },
      ]);
  });

  it('goes through line by line: good ones are registered, bad ones come back with reasons and may be handed in corrected', async () => {
    const [first, second, third, insured] = pupils(4) as [Listed, Listed, Listed, Listed];
    await sandbox.enrolment({ idNumber: insured.idNumber, region: '370600', status: 'enrolled' });
    const wrong = { ...third, idNumber: third.idNumber.slice(0, 17) + (third.idNumber.endsWith('1') ? '2' : '1') };
    const { body: roster } = await handIn(
      school,
      csvOf([first, second, first, wrong, insured, { name: '', idNumber: second.idNumber }]),
    );
    const view = caseOf(await school.open(pupilsOf(roster)));
    expect(view).toMatchObject({ state: 'inReview' });
    expect(view.form['roster']).toMatchObject({ code: roster.id, lines: 6, sha256: roster.sha256 });
    await reviewer.act(view.caseNo, 'approve');

    expect(await settledRoster(school, roster.id)).toMatchObject({
      accepted: 2,
      rejected: 4,
      remaining: 0,
      caseNo: view.caseNo,
    });
    const bad = await linesIn(window, roster.id, 'rejected');
    expect(bad.map(({ lineNo, reason }) => [lineNo, reason])).toEqual([
      [4, '与本名册第 2 行重复'],
      [5, '身份证号有误：请核对位数、出生日期和校验位'],
      [6, '已参加职工基本医疗保险，不能参加居民基本医疗保险'],
      [7, '姓名为空'],
    ]);
    expect(JSON.stringify(bad)).not.toContain(wrong.idNumber);
    const own = await school.get<string>(`/api/rosters/${roster.id}/rejected.csv`);
    expect(own.body).toContain(`5,${wrong.name},${wrong.idNumber},`);
    expect((await window.get<string>(`/api/rosters/${roster.id}/rejected.csv`)).body).not.toContain(wrong.idNumber);
    const after = await window.waitFor(view.caseNo, 'the list is through', isConcluded);
    expect(documentsOf(after)).toEqual(['receipt', 'rosterResult', 'conclusionNotice']);
    expect(await printed(window, after)).toEqual([200, 200, 200]);
    // The school prints what came back and why, line by line.
    const paper = await printedWords(school, after, 'rosterResult');
    for (const said of ['与本名册第2行重复', '身份证号有误', '已参加职工基本医疗保险', wrong.name])
      expect(paper).toContain(said);
    expect(paper).not.toContain(wrong.idNumber);

    const corrected = (await handIn(school, csvOf([third, first]))).body;
    const next = caseOf(await school.open(pupilsOf(corrected)));
    await reviewer.act(next.caseNo, 'approve');
    expect(await settledRoster(school, corrected.id)).toMatchObject({ accepted: 1, rejected: 1 });
    expect(await linesIn(school, corrected.id, 'rejected')).toMatchObject([
      { lineNo: 3, reason: expect.stringMatching('先前的名册登记') },
    ]);
  });

  it('is registered by the school itself in Qingdao, at once and without a review', async () => {
    const { body: roster } = await handIn(nursery, csvOf(pupils(2)));
    const view = caseOf(
      await nursery.open({
        itemCode: 'QD-1.4',
        officeId: 'shinan',
        channel: 'onsite',
        applicant: qingdaoSchool,
        form: { insuredYear: year, roster: roster.id },
        materials: ['studentRoster'],
        acceptNow: true,
      }),
    );
    expect(await settledRoster(nursery, roster.id)).toMatchObject({ accepted: 2, rejected: 0 });
    expect((await qingdaoWindow.waitFor(view.caseNo, 'it is concluded', isConcluded)).outcome).toBe('completed');
  });

  it('of which no line holds ends with a decision and its reason', async () => {
    const { body: roster } = await handIn(school, csvOf([{ name: '王五', idNumber: '123' }]));
    const view = caseOf(await school.open(pupilsOf(roster)));
    await reviewer.act(view.caseNo, 'approve');
    const after = await window.waitFor(view.caseNo, 'the list is through', isConcluded);
    expect([after.outcome, documentsOf(after).slice(1)]).toEqual(['rejected', ['rosterResult', 'rejectionDecision']]);
    expect(await rosterOf(school, roster.id)).toMatchObject({ stateWords: '处理完毕', rejected: 1 });
  });

  it('outside the 集中缴费期 is not taken', async () => {
    const { body: roster } = await handIn(window, csvOf(pupils(1)));
    const answer = await window.open(pupilsOf(roster, { channel: 'onsite', acceptNow: false, receivedAt: lastSummer }));
    expect(problemOf(answer)).toMatchObject({ code: 'ADMISSION_OUTSIDE_PERIOD' });
  });
});

describe('an employer’s list', () => {
  it('enters some and lets go others', async () => {
    const [comes, goes] = pupils(2) as [Listed, Listed];
    const open = async (variant: string, people: Listed[]) => {
      const { body: roster } = await handIn(window, csvOf(people));
      const proof = variant === 'increase' ? 'employmentRoster' : 'decreaseNotice';
      const view = caseOf(
        await window.open({
          itemCode: 'YT-1.2',
          officeId: 'zhifu',
          channel: 'window',
          variant,
          applicant: body('employer'),
          form: { headcount: 'many', changeMonth: today(), roster: roster.id },
          materials: ['contributionChangeForm', proof],
          acceptNow: true,
        }),
      );
      await window.waitFor(view.caseNo, 'the list is through', isConcluded);
      return rosterOf(window, roster.id);
    };
    expect(await open('increase', [comes, goes])).toMatchObject({ accepted: 2 });
    expect(await open('decrease', [goes])).toMatchObject({ accepted: 1 });
    expect(await open('increase', [goes])).toMatchObject({ accepted: 1 });
  });
});

describe('信息 pushed by the market regulator', () => {
  const post = (content: unknown, signer = 'platform'): Promise<Answer<{ caseNo: string; repeated: boolean }>> => {
    const raw = JSON.stringify(content);
    return askApi('POST', '/api/exchange/employer-notices', {
      raw,
      headers: createLetterSigner(testKeys()).sign(signer, raw, Date.now()),
    });
  };
  const registered = (agency = '370600') => ({
    noticeNo: randomUUID(),
    kind: 'registered',
    agency,
    issuedOn: today(),
    employer: {
      name: '烟台演示科技有限公司（2026）',
      creditCode: creditCode(),
      legalRepresentative: '王演示',
      registeredAddress: '莱山区迎春大街 1 号',
    },
  });

  it('registers an enterprise at once and without papers, in both cities', async () => {
    for (const [agency, clerk, code] of [
      ['370600', window, 'YT-1.1'],
      ['370200', qingdaoWindow, 'QD-1.1'],
    ] as const) {
      const answer = await post(registered(agency));
      expect(answer.status).toBe(202);
      const view = await clerk.waitFor(answer.body.caseNo, 'it is entered', isConcluded);
      expect([view.item.code, view.outcome, view.applicant.name]).toEqual([
        code,
        'completed',
        '烟台演示科技有限公司（2026）',
      ]);
      expect(documentsOf(view)).toContain('conclusionNotice');
    }
  });

  it('strikes an enterprise off: the 单位注销督办信息 is the application', async () => {
    const { employer, ...notice } = registered();
    const { name, creditCode: code } = employer;
    const answer = await post({
      ...notice,
      kind: 'cancelled',
      cancellationReason: 'dissolved',
      employer: { name, creditCode: code },
    });
    const view = await window.waitFor(answer.body.caseNo, 'it is entered', isConcluded);
    expect([view.item.code, view.variant, view.outcome]).toEqual(['YT-1.3', 'cancellation', 'completed']);
  });

  it('sent again finds its case; changed, unsigned or incomplete it is refused', async () => {
    const notice = registered();
    const first = await post(notice);
    expect((await post(notice)).body).toMatchObject({ caseNo: first.body.caseNo, repeated: true });
    const changed = { ...notice, employer: { ...notice.employer, registeredAddress: '别处' } };
    expect(problemOf(await post(changed)).code).toBe('LETTER_BODY_CHANGED');
    expect(problemOf(await post(registered(), '370200')).code).toBe('LETTER_SIGNATURE_INVALID');
    const wrong = {
      ...registered(),
      employer: { ...registered().employer, creditCode: '91370600MA00000000', legalRepresentative: undefined },
    };
    const fields = problemOf(await post(wrong)).errors.map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['applicant.idNumber', 'form.legalRepresentative']));
  });
});

describe('what the core platform does not take', () => {
  it('comes back to the window, which corrects the application itself and enters it again', async () => {
    await sandbox.faults('core', { rejected: 1 });
    const view = caseOf(
      await window.open({
        itemCode: 'YT-1.6',
        officeId: 'zhifu',
        channel: 'window',
        applicant: { ...somebody(), kind: 'retiree' },
        form: { changedField: 'birthDate', newBirthDate: '1950-01-02' },
        materials: ['identityDocument', 'employeeChangeForm'],
        acceptNow: true,
      }),
    );
    const back = await window.waitFor(view.caseNo, 'it comes back', ({ stage }) => stage === '核心平台退回更正');
    const input = { correction: '出生日期录错', form: { newBirthDate: '1950-01-20' } };
    await window.act(back.caseNo, 'resubmit', { input });
    const after = await window.waitFor(view.caseNo, 'it is entered', isConcluded);
    expect([after.outcome, after.form['newBirthDate']]).toEqual(['completed', '1950-01-20']);
  });
});

describe('what a channel is open to', () => {
  it('a change of particulars is made at the window alone', async () => {
    const answer = await window.open({
      itemCode: 'YT-1.3',
      officeId: 'zhifu',
      channel: 'oneStopPlatform',
      variant: 'change',
      applicant: body('enterprise'),
      form: { changedField: 'unitName', newValue: '新名称' },
      materials: ['employerChangeForm'],
    });
    expect(problemOf(answer).errors).toMatchObject([{ field: 'channel', message: '此情形不能通过该渠道办理' }]);
  });
});

type Listed = ReturnType<typeof pupils>[number];
