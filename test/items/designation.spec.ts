import { clerks, type Clerk } from '../support/clerk';
import { addDays, nextWorkingDays } from '../support/days';
import { preview, today } from '../support/deadlines';
import {
  delivery,
  fail,
  hospital,
  pass,
  pharmacy,
  publish,
  register,
  registered,
  signed,
  terms,
  type Institution,
} from '../support/designation';
import { clockOf, documentsOf, problemOf, type CaseView } from '../support/views';

/**
 * 医药机构申请定点协议管理，青岛 (QD-9.1, 9.2) over HTTP: from what refuses an application to each lawful end. Facts carry their true dates of 2025 and 2026;
 * the dates expected are worked out by hand in catalog/cases/designation.yaml, day by day, and are repeated here in short.
 */
let window: Clerk, reviewer: Clerk, head: Clerk;
beforeAll(async () => {
  [window, reviewer, head] = await clerks('qd-window', 'qd-review', 'qd-head');
  const kind = 'acceptancePlan';
  const itemCodes = ['QD-9.1', 'QD-9.2'];
  await publish(head, { kind, itemCodes, from: '2025-10-01', to: '2025-10-31' });
  await publish(head, { kind, itemCodes, from: '2026-01-01', to: '2026-12-31' });
});

const pharmacyPapers = [
  'applicationForm',
  'staffRoster',
  'drugLicence',
  'businessLicence',
  'pharmacistRegistration',
  'premisesProof',
];
const at = (occurredOn: string, input: Record<string, unknown> = {}) => ({ occurredOn, input });
const stage = (id: string) => (view: CaseView) => view.tasks.some((task) => task.stage === id);
const ended = (view: CaseView) => view.outcome !== null && view.outcome !== undefined;

/** Registered and accepted with all papers on one day, assessed on another, delivered on a third. */
async function assessed(
  result: Record<string, unknown>,
  days: { received: string; assessed: string; delivered: string },
  applicant: Institution = hospital(),
): Promise<CaseView> {
  const opened = await registered(window, 'QD-9.1', { receivedAt: days.received, applicant });
  const { caseNo } = opened;
  await window.act(caseNo, 'accept', at(days.received));
  await reviewer.act(caseNo, 'confirmMaterials', at(days.received));
  await reviewer.act(caseNo, 'recordAssessment', at(days.assessed, result));
  await head.act(caseNo, 'approveAssessment', at(days.assessed));
  return window.act(caseNo, 'recordDelivery', at(days.delivered, delivery));
}

async function prints(view: CaseView): Promise<number[]> {
  const statuses: number[] = [];
  for (const { documentNo } of view.documents)
    statuses.push((await window.get(`/api/cases/${view.caseNo}/documents/${documentNo}.pdf`)).status);
  return statuses;
}

describe('the acceptance plan', () => {
  const plan = { kind: 'acceptancePlan', itemCodes: ['QD-9.1'], from: '2024-03-01', to: '2024-03-29' };

  it('refuses before a number is given what lies outside its dates, districts, kinds and quota, each with the dates', async () => {
    await publish(head, { ...plan, name: '2024 年试点计划', districts: ['市南区'], kinds: ['门诊部、诊所'], quota: 1 });
    const early = problemOf(await register(window, 'QD-9.1', { receivedAt: '2024-02-20' }));
    expect(early).toMatchObject({ code: 'ADMISSION_OUTSIDE_PERIOD', status: 409 });
    expect(early.detail).toContain('2024 年试点计划的受理时间为 2024-03-01 至 2024-03-29');

    const elsewhere = { district: 'laoshanDistrict', institutionKind: 'clinic' };
    const far = problemOf(await register(window, 'QD-9.1', { receivedAt: '2024-03-05', form: elsewhere }));
    expect([far.code, far.detail]).toEqual(['ADMISSION_OUTSIDE_PLAN', expect.stringContaining('市南区')]);
    const other = { district: 'shinanDistrict', institutionKind: 'generalHospital' };
    const unfit = problemOf(await register(window, 'QD-9.1', { receivedAt: '2024-03-05', form: other }));
    expect([unfit.code, unfit.detail]).toEqual(['ADMISSION_OUTSIDE_PLAN', expect.stringContaining('门诊部、诊所')]);

    const two = await Promise.all([1, 2].map(() => register(window, 'QD-9.1', { receivedAt: '2024-03-05' })));
    expect(two.map(({ status }) => status).sort()).toEqual([201, 409]);
    const full = problemOf(two.find(({ status }) => status === 409)!);
    expect([full.code, full.detail]).toEqual(['ADMISSION_QUOTA_USED', expect.stringContaining('2024-03-29')]);
  });

  it('is withdrawn with a reason and admits nobody after it', async () => {
    const { id } = await publish(head, { ...plan, from: '2024-05-06', to: '2024-05-31' });
    const withdrawn = await head.ask('POST', `/api/acceptance-windows/${id}/withdraw`, {
      body: { reason: '日期有误' },
    });
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', withdrawalReason: '日期有误' });
    const late = problemOf(await register(window, 'QD-9.1', { receivedAt: '2024-05-08' }));
    expect(late.code).toBe('ADMISSION_OUTSIDE_PERIOD');
  });

  it('is published by those who answer for it, for items of their own agency that go by such windows', async () => {
    const denied = await window.ask('POST', '/api/acceptance-windows', { body: { ...plan, name: '窗口不得公布' } });
    expect([denied.status, problemOf(denied).code]).toEqual([403, 'ACCESS_DENIED']);
    for (const itemCodes of [['YT-10.1'], ['QD-3.1']]) {
      const answer = await head.ask('POST', '/api/acceptance-windows', {
        body: { ...plan, itemCodes, name: '不相干' },
      });
      expect(problemOf(answer).errors).toMatchObject([{ field: 'itemCodes.0', code: 'NOT_VALID' }]);
    }
  });

  it('asks an institution for its credit code', async () => {
    const applicant = { ...hospital(), idType: 'identityCard' as never, idNumber: '11010519491231002X' };
    const answer = await register(window, 'QD-9.1', { receivedAt: '2026-03-02', applicant });
    expect(problemOf(answer).errors.map(({ field }) => field)).toContain('applicant.idType');
  });
});

describe('不合格 twice', () => {
  let view: CaseView;
  const applicant = hospital('演示第一医院');

  it('counts 45 working days without the supplement, and the five days for telling once', async () => {
    const materials = ['applicationForm', 'staffRoster', 'foundingApproval', 'practiceCertificates'];
    view = await registered(window, 'QD-9.1', { receivedAt: '2026-01-05', applicant, materials });
    // 1月6—9日 4 天，12日第 5 天
    expect(clockOf(view, 'onceTold').dueOn).toBe('2026-01-12');
    view = await window.act(view.caseNo, 'accept', at('2026-01-05'));
    // 至 3月13日第 45 个工作日（春节 2月15—23日，2月14、28日上班）
    expect(clockOf(view, 'assessmentLimit').dueOn).toBe('2026-03-13');
    const asked = { materials: ['premisesProof', 'equipmentList'] };
    view = await reviewer.act(view.caseNo, 'requestSupplement', at('2026-01-09', asked));
    expect(clockOf(view, 'onceTold')).toMatchObject({ state: 'met', usedDays: 4 });
    expect(clockOf(view, 'assessmentLimit').state).toBe('paused');
    view = await window.act(view.caseNo, 'receiveSupplement', at('2026-01-21', asked));
    // 1月10—21日不计，其间 8 个工作日：3月25日
    expect(clockOf(view, 'assessmentLimit')).toMatchObject({ state: 'running', dueOn: '2026-03-25' });
  });

  it('is assessed by one and approved by another, and the delivery meets the limit', async () => {
    await reviewer.act(view.caseNo, 'confirmMaterials', at('2026-01-22'));
    await reviewer.act(view.caseNo, 'recordAssessment', at('2026-03-05', fail));
    const own = problemOf(await reviewer.attempt(view.caseNo, 'approveAssessment', at('2026-03-06')));
    expect(own.status).toBe(403);
    await head.act(view.caseNo, 'approveAssessment', at('2026-03-06'));
    view = await window.act(view.caseNo, 'recordDelivery', at('2026-03-10', delivery));
    expect(clockOf(view, 'assessmentLimit')).toMatchObject({ state: 'met', usedDays: 34 });
    expect(documentsOf(view)).toEqual(expect.arrayContaining(['assessmentNotice', 'deliveryReceipt']));
  });

  it('gives three months to put it right, then one more assessment on request with a limit of its own', async () => {
    view = await window.waitFor(view.caseNo, 'remedy is over', stage('requestSecond'));
    expect(clockOf(view, 'remedy')).toMatchObject({ state: 'met', dueOn: '2026-06-10' });
    // 端午 6月19—21日休：第 20 个工作日 7月9日
    expect(clockOf(view, 'secondRequest')).toMatchObject({ startedOn: '2026-06-10', dueOn: '2026-07-09' });
    view = await window.act(view.caseNo, 'requestSecondAssessment', at('2026-06-15', { remedied: '已增配人员' }));
    expect(clockOf(view, 'secondAssessment')).toMatchObject({ startedOn: '2026-06-15', dueOn: '2026-07-28' });
  });

  it('不合格 again ends it, and for a year the institution is refused by its credit code whatever name it gives', async () => {
    await reviewer.act(view.caseNo, 'recordAssessment', at('2026-07-06', fail));
    await head.act(view.caseNo, 'approveAssessment', at('2026-07-07'));
    await window.act(view.caseNo, 'recordDelivery', at('2026-07-10', delivery));
    view = await window.waitFor(view.caseNo, 'the ban is written', ended);
    expect(view.outcome).toBe('rejected');
    expect(clockOf(view, 'secondAssessment')).toMatchObject({ state: 'met', usedDays: 18 });
    // 2027年7月10日是星期六，顺延至 12日
    expect(clockOf(view, 'ban')).toMatchObject({
      startedOn: '2026-07-10',
      dueOn: '2027-07-12',
      startWords: '再次评估不合格的结果送达',
      light: 'grey',
    });
    expect((await window.derivation(view.caseNo, 'ban')).dueOn).toBe('2027-07-12');

    const again = { ...applicant, name: '更名后的医院' };
    const refused = problemOf(await register(window, 'QD-9.1', { receivedAt: '2026-08-03', applicant: again }));
    expect([refused.code, refused.status]).toEqual(['ADMISSION_BANNED', 409]);
    expect(refused.detail).toContain('2027-07-12');
    expect(await prints(view)).toEqual(view.documents.map(() => 200));
  });

  it('is let in again when one person has proposed it with the reason and another confirms', async () => {
    type Restriction = { id: string; caseNo: string; state: string; liftedByName: string | null };
    const { body } = await head.get<{ restrictions: Restriction[] }>('/api/restrictions');
    const own = body.restrictions.find(({ caseNo }) => caseNo === view.caseNo);
    expect(own).toMatchObject({ state: 'inForce', itemCodes: ['QD-9.1'], until: '2027-07-12' });
    const lift = `/api/restrictions/${encodeURIComponent(own!.id)}/lift`;
    const reason = '复议决定撤销第二次评估结果';
    expect((await window.ask('POST', lift, { body: { reason } })).status).toBe(403);
    expect((await head.ask('POST', `${lift}/confirm`, { body: {} })).status).toBe(409);
    expect((await head.ask('POST', lift, { body: { reason } })).status).toBe(202);
    const alone = problemOf(await head.ask('POST', `${lift}/confirm`, { body: {} }));
    expect(alone.code).toBe('SECOND_PERSON_REQUIRED');
    const [leader] = await clerks('qd-leader');
    const lifted = await leader.ask<Restriction>('POST', `${lift}/confirm`, { body: {} });
    expect(lifted.body).toMatchObject({ state: 'lifted', liftingReason: reason });
    const again = { ...applicant, name: '更名后的医院' };
    expect((await register(window, 'QD-9.1', { receivedAt: '2026-08-03', applicant: again })).status).toBe(201);
  });
});

describe('the second assessment', () => {
  it('not asked for in time is closed as configured, and bars nobody', async () => {
    const applicant = pharmacy();
    const form = { district: 'laixiCity', institutionKind: 'singlePharmacy' };
    const given = { receivedAt: '2025-10-13', applicant, form, materials: pharmacyPapers };
    const { caseNo } = await registered(window, 'QD-9.2', given);
    await window.act(caseNo, 'accept', at('2025-10-13'));
    await reviewer.act(caseNo, 'confirmMaterials', at('2025-10-14'));
    await reviewer.act(caseNo, 'recordAssessment', at('2025-11-24', fail));
    await head.act(caseNo, 'approveAssessment', at('2025-11-26'));
    await window.act(caseNo, 'recordDelivery', at('2025-11-30', delivery));
    const waiting = await window.waitFor(caseNo, 'remedy is over', stage('requestSecond'));
    // 没有 2月30日：该月末日 2月28日，调休上班，不顺延；其后第 20 个工作日 3月27日
    expect([clockOf(waiting, 'remedy').dueOn, clockOf(waiting, 'secondRequest').dueOn]).toEqual([
      '2026-02-28',
      '2026-03-27',
    ]);
    const closed = await window.act(caseNo, 'closeUnrequested');
    expect([closed.outcome, documentsOf(closed)]).toEqual([
      'rejected',
      expect.arrayContaining(['assessmentNotice', 'rejectionDecision']),
    ]);
    expect((await register(window, 'QD-9.2', { ...given, receivedAt: '2026-04-01' })).status).toBe(201);
  });

  it('passed goes on to public notice, talks, agreement and list', async () => {
    const view = await assessed(fail, { received: '2026-01-05', assessed: '2026-02-02', delivered: '2026-02-03' });
    const { caseNo } = view;
    await window.waitFor(caseNo, 'remedy is over', stage('requestSecond'));
    // 2月3日起 3 个月为 5月3日，劳动节 1—5日休，顺延至 6日
    expect(clockOf(await window.case(caseNo), 'remedy').dueOn).toBe('2026-05-06');
    await window.act(caseNo, 'requestSecondAssessment', at('2026-05-07', { remedied: '已整改' }));
    await reviewer.act(caseNo, 'recordAssessment', at('2026-05-20', pass));
    await head.act(caseNo, 'approveAssessment', at('2026-05-20'));
    await window.act(caseNo, 'recordDelivery', at('2026-05-21', delivery));
    const talks = await reviewer.waitFor(caseNo, 'notice is over', stage('negotiate'));
    // 5月22日 1 天，25—28日第 5 天
    expect(clockOf(talks, 'publicNotice')).toMatchObject({ state: 'met', dueOn: '2026-05-28', usedDays: 5 });
    await reviewer.act(caseNo, 'recordMeeting', at('2026-05-29', { attendants: '双方', minutes: '首次会议' }));
    await reviewer.act(caseNo, 'agreeTerms', at('2026-06-01', terms));
    await window.act(caseNo, 'signAgreement', at('2026-06-02', signed));
    const done = await window.waitFor(caseNo, 'it is in the list', ended);
    expect([done.outcome, documentsOf(done)]).toEqual([
      'completed',
      expect.arrayContaining(['publicNotice', 'agreement', 'designatedList', 'conclusionNotice']),
    ]);
    expect(await prints(done)).toEqual(done.documents.map(() => 200));
  });
});

describe('合格', () => {
  it('whose talks fail ends with the reason', async () => {
    const { caseNo } = await assessed(pass, {
      received: '2026-03-02',
      assessed: '2026-03-06',
      delivered: '2026-03-09',
    });
    await reviewer.waitFor(caseNo, 'notice is over', stage('negotiate'));
    const done = await reviewer.act(caseNo, 'failTalks', at('2026-03-18', { reason: '支付方式未能达成一致' }));
    expect([done.outcome, done.outcomeReason]).toEqual(['rejected', expect.stringContaining('支付方式')]);
  });

  it('with an objection stands still for this applicant alone and goes on with the days that were left', async () => {
    // Three working days ago delivered, two ago objected to, decided today.
    const days = (await nextWorkingDays(40, addDays(today(), -30))).filter((day) => day <= today());
    const [delivered, objected] = [days.at(-4), days.at(-3)] as [string, string];
    const { caseNo } = await assessed(pass, { received: days[0]!, assessed: days.at(-5)!, delivered });
    const objection = { objector: '某居民', objection: '面积与申报不符' };
    const held = await window.act(caseNo, 'recordObjection', at(objected, objection));
    expect([held.tasks.map((task) => task.stage), clockOf(held, 'publicNotice').state]).toEqual([
      ['decideObjection'],
      'paused',
    ]);
    const on = await reviewer.act(caseNo, 'dismissObjection', at(today(), { reason: '复测相符' }));
    const due = await preview(delivered, 5, { region: '370200', pauses: [{ from: objected, to: today() }] });
    expect(clockOf(on, 'publicNotice')).toMatchObject({ state: 'running', dueOn: due.dueOn });

    await window.act(caseNo, 'recordObjection', { input: objection });
    const out = await reviewer.act(caseNo, 'upholdObjection', { input: { reason: '经查属实' } });
    expect([out.outcome, out.outcomeReason]).toEqual(['rejected', '公示异议成立：经查属实']);
    expect(documentsOf(out)).toContain('rejectionDecision');
  });
});

describe('time', () => {
  it('missed for telling once is recorded against the office', async () => {
    const { caseNo } = await registered(window, 'QD-9.1', { receivedAt: '2026-01-05', materials: ['applicationForm'] });
    await window.act(caseNo, 'accept', at('2026-01-05'));
    const asked = { materials: ['staffRoster', 'premisesProof'] };
    const late = await reviewer.act(caseNo, 'requestSupplement', at('2026-01-14', asked));
    expect(clockOf(late, 'onceTold')).toMatchObject({ state: 'overrun', usedDays: 7, dueOn: '2026-01-12' });
  });

  it('stands still for a hearing with its notice, and goes on when it is held', async () => {
    const { caseNo } = await registered(window, 'QD-9.1', { receivedAt: '2026-03-02' });
    await window.act(caseNo, 'accept', at('2026-03-02'));
    await reviewer.act(caseNo, 'confirmMaterials', at('2026-03-03'));
    await reviewer.act(caseNo, 'claim');
    const bare = await reviewer.attempt(caseNo, 'pauseClock', at('2026-03-10', { cause: 'hearing', reason: '听证' }));
    expect(bare.status).toBeGreaterThanOrEqual(400);
    const hearing = { cause: 'hearing', reason: '申请人要求听证', documentNo: '听证通知〔2026〕3号' };
    await reviewer.act(caseNo, 'pauseClock', at('2026-03-10', hearing));
    const on = await reviewer.act(caseNo, 'resumeClock', at('2026-03-20'));
    // 3月11—20日不计，其间 8 个工作日：5月8日再数 8 天为 5月19日
    expect(clockOf(on, 'assessmentLimit')).toMatchObject({ state: 'running', dueOn: '2026-05-19' });
  });

  it('returned at once tells the reason on paper', async () => {
    const { caseNo } = await registered(window, 'QD-9.1', { receivedAt: '2026-03-02' });
    const back = await window.act(caseNo, 'refuse', at('2026-03-02', { reason: '不符合资源配置规划' }));
    expect([back.outcome, documentsOf(back)]).toEqual(['notAccepted', ['receipt', 'nonAcceptanceNotice']]);
    expect(await prints(back)).toEqual([200, 200]);
  });
});
