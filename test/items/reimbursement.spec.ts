import { applicant, costs, paymentsOf, registerSays } from '../support/benefits';
import { clerks, type Clerk } from '../support/clerk';
import { today } from '../support/deadlines';
import { printed } from '../support/printed';
import { sandbox } from '../support/sandbox';
import { isConcluded } from '../support/transfers';
import { caseOf, clockOf, documentsOf, problemOf, type CaseView } from '../support/views';

/** Manual reimbursement and medical aid (YT-6.1 to YT-6.3, YT-9.1, QD-6.1, QD-6.2, QD-8.2): 受理、审核、结算、拨付. */
let window: Clerk, reviewer: Clerk, settler: Clerk, finance: Clerk, deputy: Clerk;
let qdWindow: Clerk, qdReviewer: Clerk, qdSettler: Clerk, qdFinance: Clerk;

beforeAll(async () => {
  await sandbox.noFaults();
  [window, reviewer, settler, finance, deputy, qdWindow, qdReviewer, qdSettler, qdFinance] = await clerks(
    'yt-window',
    'yt-review',
    'yt-approve',
    'yt-finance',
    'agent-hospital-demo',
    'qd-window',
    'qd-review',
    'qd-approve',
    'qd-finance',
  );
});
afterEach(() => sandbox.noFaults());

const stay = {
  handler: 'self',
  deputyChosenBy: 'home',
  hospitalName: '北京协和医院',
  admittedOn: '2026-02-03',
  dischargedOn: '2026-02-12',
  receiptTotalFen: 1_000_050,
  accidentalInjury: false,
  recordNeeded: false,
  payTo: 'socialSecurityCard',
};
const qingdaoStay = {
  handler: 'self',
  hospitalName: '青岛大学附属医院',
  admittedOn: '2026-02-03',
  receiptTotalFen: 1_000_050,
  accidentalInjury: false,
  payTo: 'socialSecurityCard',
};

async function inYantai(itemCode: string, filing: string, given: Record<string, unknown> = {}): Promise<CaseView> {
  const person = applicant();
  await registerSays(person.idNumber, 'outOfTownFiling', filing);
  return caseOf(
    await window.open({
      itemCode,
      officeId: 'zhifu',
      channel: 'window',
      applicant: person,
      form: stay,
      materials: ['identityCard', 'feeReceipt', 'feeList'],
      ...given,
    }),
  );
}

const inQingdao = async (given: Record<string, unknown> = {}): Promise<CaseView> =>
  caseOf(
    await qdWindow.open({
      itemCode: 'QD-6.2',
      officeId: 'shinan',
      channel: 'window',
      applicant: applicant(),
      form: qingdaoStay,
      materials: ['validReceipt', 'feeList', 'dischargeRecord'],
      ...given,
    }),
  );

describe('QD-6.2 from the counter to the bank', () => {
  it('is audited and settled by two people, paid once, and every paper says the same fen', async () => {
    const { caseNo } = await inQingdao();
    const accepted = await qdWindow.act(caseNo, 'accept');
    expect(clockOf(accepted, 'benefitLimit')).toMatchObject({ quantity: 10, startedOn: today() });
    await qdReviewer.act(caseNo, 'approve', { input: costs });
    const settled = await qdSettler.act(caseNo, 'settle', { input: { basicFen: 600_000, seriousIllnessFen: 120_000 } });
    expect(settled.entries.map(({ stage }) => stage)).toEqual(['费用审核', '结算']);
    expect(settled.entries[0]?.lines).toContainEqual({ label: '审核金额', value: '8,400.00 元' });
    const statement = await printed(qdSettler, settled, 'settlementStatement');
    for (const said of ['10000.50元', '1600.50元', '8400.00元', '7200.00元', '2800.50元', '一次性材料超限价'])
      expect(statement).toContain(said);
    await qdFinance.act(caseNo, 'pay');
    const closed = await qdWindow.waitFor(caseNo, 'the end', isConcluded);
    expect([closed.outcome, clockOf(closed, 'benefitLimit').state]).toEqual(['completed', 'met']);
    expect(await paymentsOf(caseNo)).toMatchObject([{ kind: 'reimbursement', amountFen: 720_000 }]);
    expect(await printed(qdWindow, closed, 'paymentNotice')).toContain('7200.00元');
  });

  it('refuses a deduction without its reason, and a payment above what was found in order', async () => {
    const { caseNo } = await inQingdao();
    await qdWindow.act(caseNo, 'accept');
    const { deductionReason: _, ...silent } = costs;
    const unexplained = problemOf(await qdReviewer.attempt(caseNo, 'approve', { input: silent }));
    expect([unexplained.code, unexplained.detail]).toEqual(['FIGURES_WRONG', '有核减金额的，须填写核减理由']);
    await qdReviewer.act(caseNo, 'approve', { input: costs });
    const tooMuch = problemOf(await qdSettler.attempt(caseNo, 'settle', { input: { basicFen: 840_001 } }));
    expect([tooMuch.status, tooMuch.code]).toEqual([409, 'FIGURES_WRONG']);
    expect(tooMuch.detail).toContain('8400.00 元');
  });

  it('goes back to the audit and is settled from the new figures', async () => {
    const { caseNo } = await inQingdao();
    await qdWindow.act(caseNo, 'accept');
    await qdReviewer.act(caseNo, 'approve', { input: costs });
    const back = await qdSettler.act(caseNo, 'returnToAudit', { input: { reason: '票据第 3 张重复' } });
    expect(back.tasks[0]?.stage).toBe('auditCosts');
    const otherSum = problemOf(await qdReviewer.attempt(caseNo, 'approve', { input: { medicineFen: 100_001 } }));
    expect(otherSum.detail).toContain('费用合计 1000.01 元 与票据合计 10000.50 元 不符');
    await qdReviewer.act(caseNo, 'approve', { input: { medicineFen: 100_001, receiptTotalFen: 100_001 } });
    const over = problemOf(await qdSettler.attempt(caseNo, 'settle', { input: { basicFen: 100_002 } }));
    expect(over.code).toBe('FIGURES_WRONG');
    const settled = await qdSettler.act(caseNo, 'settle', { input: { basicFen: 100_001 } });
    expect(await printed(qdSettler, settled, 'settlementStatement')).toContain('1000.01元');
  });

  it('comes back from the bank with its reason and is paid once to the corrected account', async () => {
    const { caseNo } = await inQingdao();
    await qdWindow.act(caseNo, 'accept');
    await qdReviewer.act(caseNo, 'approve', { input: costs });
    await qdSettler.act(caseNo, 'settle', { input: { basicFen: 500_000 } });
    await sandbox.faults('fund', { rejected: 1 });
    await qdFinance.act(caseNo, 'pay');
    const returned = await qdFinance.waitFor(caseNo, 'the bank’s answer', (view) => view.tasks.length > 0);
    expect(returned.entries.at(-1)).toMatchObject({ stage: '银行退回', lines: [{ value: '收款账户户名不符' }] });
    await qdFinance.act(caseNo, 'pay', { input: { bankAccount: '6222021001116245702' } });
    const closed = await qdFinance.waitFor(caseNo, 'the end', isConcluded);
    expect(await paymentsOf(caseNo)).toMatchObject([{ amountFen: 500_000, payeeRef: '6222021001116245702' }]);
    const notice = await printed(qdFinance, closed, 'paymentNotice');
    expect(notice).toContain('5702');
    expect(notice).not.toContain('6222021001116245702');
  });

  it('asks after an accident for the record, and for the compensation papers or a written pledge', async () => {
    const { caseNo, materials } = await inQingdao({ form: { ...qingdaoStay, accidentalInjury: true } });
    expect(materials.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['medicalRecordCopy', 'compensationOrPledge']),
    );
    const told = await qdWindow.act(caseNo, 'requestSupplement');
    const notice = await printed(qdWindow, told, 'supplementNotice');
    expect(notice).toContain('病历复印件');
    expect(notice).toContain('第三方赔付材料（或个人书面承诺书）');
    await qdWindow.act(caseNo, 'receiveSupplement', { input: { materials: ['medicalRecordCopy', 'writtenPledge'] } });
    expect((await qdWindow.act(caseNo, 'accept')).state).toBe('inReview');
  });

  it('is rejected after the audit with the reason and the remedy on paper', async () => {
    const { caseNo } = await inQingdao();
    await qdWindow.act(caseNo, 'accept');
    const closed = await qdReviewer.act(caseNo, 'reject', { input: { reason: '所报费用均在政策范围之外' } });
    expect(closed.outcome).toBe('rejected');
    const decision = await printed(qdReviewer, closed, 'rejectionDecision');
    expect(decision).toContain('所报费用均在政策范围之外');
    expect(decision).toContain('行政复议');
  });
});

describe('YT-6 through a hospital that hands in for the agency', () => {
  it('YT-6.1 is accepted by the hospital that the applicant chose, and by nobody else', async () => {
    const { caseNo, tasks } = await inYantai('YT-6.1', 'valid', {
      form: { ...stay, deputyInstitution: 'agent-hospital-org' },
    });
    expect(tasks[0]).toMatchObject({ stage: 'intake', role: 'institution' });
    expect((await window.attempt(caseNo, 'accept')).status).toBe(403);
    const accepted = await deputy.act(caseNo, 'accept');
    expect(documentsOf(accepted)).toContain('acceptanceNotice');
    const notice = await printed(window, await window.case(caseNo), 'acceptanceNotice');
    expect(notice).toContain('10个工作日');
    expect(notice).toContain('6863045');
    expect(accepted.entries).toEqual([]);
    await reviewer.act(caseNo, 'approve', { input: costs });
    await settler.act(caseNo, 'settle', { input: { basicFen: 700_000 } });
    await finance.act(caseNo, 'pay');
    expect((await window.waitFor(caseNo, 'the end', isConcluded)).outcome).toBe('completed');
  });

  it('YT-6.1 without a filing is refused and told the other item', async () => {
    const { caseNo } = await inYantai('YT-6.1', 'none');
    const refused = problemOf(await window.attempt(caseNo, 'accept'));
    expect(refused.code).toBe('FACT_NOT_SATISFIED');
    expect(refused.detail).toContain('未按规定办理异地就医登记备案手续费用手工报销');
    const closed = await window.act(caseNo, 'refuse', { input: { reason: '没有备案' } });
    expect(closed.outcome).toBe('notAccepted');
  });

  it('YT-6.2 takes costs of the filed hospital within the filing, and no others', async () => {
    const person = applicant();
    const filed = caseOf(
      await window.open({
        itemCode: 'YT-5.2',
        officeId: 'zhifu',
        channel: 'window',
        applicant: person,
        form: {
          otherPlace: '320500',
          filingHospital: '苏州大学附属第一医院',
          expectedStay: 'atLeastHalfYear',
          handler: 'self',
        },
        materials: ['identityCard', 'residencePermitReceipt'],
        acceptNow: true,
      }),
    );
    await window.waitFor(filed.caseNo, 'the filing', isConcluded);
    const claim = (hospitalName: string, treatedOn = today()) =>
      window.open({
        itemCode: 'YT-6.2',
        officeId: 'zhifu',
        channel: 'window',
        applicant: person,
        form: {
          handler: 'self',
          deputyChosenBy: 'employer',
          disease: 'leukaemia',
          hospitalName,
          treatedOn,
          receiptTotalFen: 88_000,
          payTo: 'socialSecurityCard',
        },
        materials: ['feeReceipt', 'feeList', 'visitRecord', 'prescription'],
      });
    const elsewhere = caseOf(await claim('南京鼓楼医院'));
    expect(elsewhere.facts[0]).toMatchObject({ value: 'otherHospital', holds: false });
    await window.act(elsewhere.caseNo, 'refuse', { input: { reason: '不是备案的转入医院' } });
    const before = caseOf(await claim('苏州大学附属第一医院', '2020-01-02'));
    expect(before.facts[0]).toMatchObject({ value: 'expired', holds: false });
    await window.act(before.caseNo, 'refuse', { input: { reason: '就诊日不在备案有效期内' } });
    const covered = caseOf(await claim('苏州大学附属第一医院'));
    expect((await window.act(covered.caseNo, 'accept')).state).toBe('inReview');
  });

  it('YT-6.3 is paid only after the finding, and a true emergency is sent to its own filing', async () => {
    const first = await inYantai('YT-6.3', 'none');
    const accepted = await window.act(first.caseNo, 'accept');
    expect(accepted.tasks[0]?.stage).toBe('emergencyFinding');
    const elsewhere = await reviewer.attempt(first.caseNo, 'confirmNotEmergency', {
      input: { networkedHospital: false },
    });
    expect(problemOf(elsewhere).detail).toContain('全国联网结算医院');
    const found = await reviewer.act(first.caseNo, 'confirmNotEmergency', { input: { networkedHospital: true } });
    expect(found.tasks[0]?.stage).toBe('auditCosts');
    const second = await inYantai('YT-6.3', 'none');
    await window.act(second.caseNo, 'accept');
    const sent = await reviewer.act(second.caseNo, 'reject', { input: { reason: '符合异地急诊条件，请办理急诊备案' } });
    expect(sent.outcome).toBe('rejected');
  });
});

describe('medical aid after insurance', () => {
  const aid = {
    totalFen: 1_000_050,
    basicPaidFen: 600_000,
    seriousIllnessPaidFen: 120_000,
    outOfScopeFen: 30_050,
    deductionReason: '范围外用药',
  };
  const form = {
    hospitalName: '烟台毓璜顶医院',
    treatedOn: '2026-02-20',
    receiptTotalFen: 1_000_050,
    payTo: 'socialSecurityCard',
  };

  it('YT-9.1 pays listed persons what insurance left them, and refuses who is not listed', async () => {
    const open = async (status: string): Promise<CaseView> => {
      const person = applicant('aidRecipient');
      await registerSays(person.idNumber, 'aidPerson', status);
      return caseOf(
        await window.open({
          itemCode: 'YT-9.1',
          officeId: 'zhifu',
          channel: 'window',
          applicant: person,
          form: { ...form, aidKind: 'minimumLiving' },
          materials: ['identityDocument', 'validReceipt', 'feeList', 'dischargeRecord'],
        }),
      );
    };
    const stranger = await open('none');
    expect(problemOf(await window.attempt(stranger.caseNo, 'accept')).detail).toContain('医疗救助对象身份');
    const { caseNo } = await open('listed');
    await window.act(caseNo, 'accept');
    await reviewer.act(caseNo, 'approve', { input: aid });
    expect(problemOf(await settler.attempt(caseNo, 'settle', { input: { aidFen: 250_001 } })).code).toBe(
      'FIGURES_WRONG',
    );
    await settler.act(caseNo, 'settle', { input: { aidFen: 250_000 } });
    await finance.act(caseNo, 'pay');
    await window.waitFor(caseNo, 'the end', isConcluded);
    expect(await paymentsOf(caseNo)).toMatchObject([{ kind: 'medicalAid', amountFen: 250_000 }]);
  });

  it('QD-8.2 waits for the basic and serious-illness settlement', async () => {
    const person = applicant('aidRecipient');
    await registerSays(person.idNumber, 'priorSettlement', 'unsettled');
    const { caseNo } = caseOf(
      await qdWindow.open({
        itemCode: 'QD-8.2',
        officeId: 'shinan',
        channel: 'window',
        applicant: person,
        form,
        materials: ['medicalInsuranceCode', 'priorStatement', 'validReceipt', 'aidApplicationForm'],
      }),
    );
    expect(problemOf(await qdWindow.attempt(caseNo, 'accept')).detail).toContain('基本医保、大病保险尚未结算');
    await registerSays(person.idNumber, 'priorSettlement', 'settled');
    await qdWindow.act(caseNo, 'accept');
    await qdReviewer.act(caseNo, 'approve', { input: aid });
    const settled = await qdSettler.act(caseNo, 'settle', { input: { aidFen: 0 } });
    expect([settled.outcome, await paymentsOf(caseNo)]).toEqual(['completed', []]);
  });
});
