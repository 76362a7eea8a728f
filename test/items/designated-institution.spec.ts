import { clerks, type Clerk } from '../support/clerk';
import { addDays, nextWorkingDays } from '../support/days';
import { today } from '../support/deadlines';
import {
  delivery,
  hospital,
  pass,
  publish,
  qingdaoPapers,
  registered,
  terms,
  type Institution,
} from '../support/designation';
import { caseOfInstitution, casesOf, openMonth } from '../support/settlements';
import { caseOf, clockOf, documentsOf, problemOf, type CaseView } from '../support/views';

/**
 * From the designation to the settlement of the next month (QD-9.1, QD-10.1): the agreement, the list, the month that opens by itself, and the end of the
 * agreement. The days are true ones of the last weeks, so that the public notice is over when the agreement is signed.
 */
let window: Clerk, reviewer: Clerk, head: Clerk, account: Clerk;
let days: string[];
beforeAll(async () => {
  [window, reviewer, head, account] = await clerks('qd-window', 'qd-review', 'qd-head', 'qd-inst-demo');
  await publish(head, { kind: 'acceptancePlan', itemCodes: ['QD-9.1'], from: '2026-01-01', to: '2027-12-31' });
  days = (await nextWorkingDays(40, addDays(today(), -60))).filter((day) => day < today());
});
const at = (occurredOn: string, input: Record<string, unknown> = {}) => ({ occurredOn, input });
const ago = (workingDays: number): string => days.at(-workingDays)!;
const stage = (id: string) => (view: CaseView) => view.tasks.some((task) => task.stage === id);
const ended = (view: CaseView) => view.outcome !== null && view.outcome !== undefined;

interface Agreement {
  creditCode: string;
  designatedOn: string;
  endedOn: string | null;
  agreedUntil: string | null;
  endReason: string | null;
  caseNo: string | null;
  officeId: string | null;
  kind: string;
}
const agreementsOf = async ({ idNumber }: Institution): Promise<Agreement[]> => {
  const { body } = await head.get<{ institutions: Agreement[] }>('/api/institutions');
  return body.institutions.filter(({ creditCode }) => creditCode === idNumber);
};

describe('an institution with a signed agreement', () => {
  const applicant = hospital(`青岛签约医院${Date.now() % 100000}`);
  let caseNo: string;

  it('comes through assessment and public notice', async () => {
    ({ caseNo } = await registered(window, 'QD-9.1', { receivedAt: ago(20), applicant }));
    await window.act(caseNo, 'accept', at(ago(20)));
    await reviewer.act(caseNo, 'confirmMaterials', at(ago(19)));
    await reviewer.act(caseNo, 'recordAssessment', at(ago(16), pass));
    await head.act(caseNo, 'approveAssessment', at(ago(15)));
    await window.act(caseNo, 'recordDelivery', at(ago(14), delivery));
    const talks = await reviewer.waitFor(caseNo, 'notice is over', stage('negotiate'));
    expect(clockOf(talks, 'publicNotice')).toMatchObject({ state: 'met', usedDays: 5, dueOn: ago(9) });
  });

  it('is in the list from the first day of its agreement to its last', async () => {
    await reviewer.act(caseNo, 'agreeTerms', at(ago(4), terms));
    const backwards = { agreementFrom: '2027-05-31', agreementTo: '2026-06-01' };
    expect(problemOf(await window.attempt(caseNo, 'signAgreement', at(ago(3), backwards))).code).toBe('FIGURES_WRONG');
    await window.act(caseNo, 'signAgreement', at(ago(3), { agreementFrom: '2026-06-01', agreementTo: '2027-05-31' }));
    const done = await window.waitFor(caseNo, 'it is in the list', ended);
    expect([done.outcome, documentsOf(done)]).toEqual(['completed', expect.arrayContaining(['agreement'])]);
    expect(await agreementsOf(applicant)).toMatchObject([
      { kind: 'hospital', designatedOn: '2026-06-01', endedOn: '2027-05-31', caseNo, officeId: 'shinan' },
    ]);
  });

  it('has the settlement of each month of its term opened by itself, and of none before', async () => {
    await openMonth('2026-05');
    expect((await casesOf('2026-05')).map(({ name }) => name)).not.toContain(applicant.name);
    await openMonth('2026-06');
    const settlement = await window.case(await caseOfInstitution('2026-06', 'QD-10.1', applicant.name));
    expect([settlement.variant, settlement.tasks.map((task) => task.stage)]).toEqual([
      'monthlyReport',
      ['reportCosts'],
    ]);
    // It has no account: the report lies with the window, which reads why.
    expect(settlement.tasks[0]).toMatchObject({ role: 'window', standsInFor: expect.stringContaining('窗口') });
  });

  it('ended before its term is settled for the month of its end and not after', async () => {
    const path = `/api/institutions/${applicant.idNumber}/end`;
    const ending = await head.ask('POST', path, { body: { endedOn: '2026-07-15', reason: '机构注销' } });
    expect(ending.status).toBe(200);
    await openMonth('2026-07');
    await openMonth('2026-08');
    expect(await caseOfInstitution('2026-07', 'QD-10.1', applicant.name)).toMatch(/^370200/);
    expect((await casesOf('2026-08')).map(({ name }) => name)).not.toContain(applicant.name);
    expect(await agreementsOf(applicant)).toMatchObject([{ endedOn: '2026-07-15', endReason: '机构注销' }]);
  });
});

describe('an institution with an account', () => {
  const own: Institution = { ...hospital('青岛演示医院', '12370200MADEMD001F') };
  const application = (applicant: Institution) => ({
    itemCode: 'QD-9.1',
    officeId: 'shinan',
    channel: 'online',
    applicant,
    form: { district: 'shinanDistrict', institutionKind: 'generalHospital' },
    materials: qingdaoPapers,
  });

  it('applies online for itself, and for nobody else', async () => {
    const other = problemOf(await account.open(application(hospital('别家医院'))));
    expect([other.status, other.code]).toEqual([403, 'ACCESS_DENIED']);
  });

  it('follows its application to its end and has the decision with its reasons', async () => {
    const { caseNo } = caseOf(await account.open(application(own)));
    expect((await account.attempt(caseNo, 'accept')).status).toBe(403);
    await window.act(caseNo, 'accept');
    await reviewer.act(caseNo, 'requestSupplement', { input: { materials: ['equipmentList'] } });
    await account.act(caseNo, 'receiveSupplement', { input: { materials: ['equipmentList'] } });
    await reviewer.act(caseNo, 'confirmMaterials');
    await reviewer.act(caseNo, 'recordAssessment', { input: pass });
    await head.act(caseNo, 'approveAssessment');
    await window.act(caseNo, 'recordDelivery', { input: delivery });
    await window.act(caseNo, 'recordObjection', { input: { objector: '某居民', objection: '冒用执业证书' } });
    await reviewer.act(caseNo, 'upholdObjection', { input: { reason: '经查属实' } });
    const seen = await account.waitFor(caseNo, 'it is decided', ended);
    expect([seen.outcome, seen.outcomeReason]).toEqual(['rejected', '公示异议成立：经查属实']);
    const decision = seen.documents.find(({ type }) => type === 'rejectionDecision');
    const path = `/api/cases/${caseNo}/documents/${decision?.documentNo}.pdf`;
    expect((await account.get(path)).status).toBe(200);
  });
});
