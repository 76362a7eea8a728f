import { paymentsOf } from '../support/benefits';
import { clerks, type Clerk } from '../support/clerk';
import { today } from '../support/deadlines';
import { askApi } from '../support/http';
import { printed } from '../support/printed';
import { sandbox } from '../support/sandbox';
import {
  caseOfInstitution,
  casesOf,
  openMonth,
  pushSigned,
  someMonth,
  traded,
  triggerSchedule,
} from '../support/settlements';
import { until } from '../support/until';
import { clockOf, documentsOf, problemOf, type CaseView } from '../support/views';

/** 定点医药机构费用结算: cases that open by themselves each month, the signing chain, and what pharmacies are paid from. */
const month = someMonth();
const day = `${month}-10`;
const qingdaoHospital = '12370200MADEMD001F';
let hospital: Clerk,
  first: Clerk,
  second: Clerk,
  business: Clerk,
  deputy: Clerk,
  director: Clerk,
  leader: Clerk,
  fund: Clerk;
let yantaiWindow: Clerk, yantaiReview: Clerk, yantaiFund: Clerk, qingdaoWindow: Clerk;

beforeAll(async () => {
  await sandbox.noFaults();
  [hospital, first, second, business, deputy, director, leader, fund] = await clerks(
    'qd-inst-demo',
    'qd-review',
    'qd-approve',
    'qd-business',
    'qd-deputy',
    'qd-head',
    'qd-leader',
    'qd-finance',
  );
  [yantaiWindow, yantaiReview, yantaiFund, qingdaoWindow] = await clerks(
    'yt-window',
    'yt-review',
    'yt-finance',
    'qd-window',
  );
  await traded('370600', 'YTYD0001', '烟台演示大药房', day, [1200, 3400]);
  await traded('370200', 'QDYD0001', '青岛演示大药房', day, [100_00, 250_00]);
  await traded('370200', 'QDYD0002', '青岛演示便民药店', `${month}-28`, [50_00]);
}, 60_000);
afterAll(() => sandbox.noFaults());

const at =
  (stage: string) =>
  ({ tasks }: CaseView): boolean =>
    tasks.some((task) => task.stage === stage);
const code = async (asked: Promise<{ status: number }>): Promise<string> => problemOf((await asked) as never).code;

describe('the first of a month', () => {
  it('opens one case for every institution, however often it comes, and twice at once', async () => {
    const [one, other] = await Promise.all([openMonth(month), openMonth(month)]);
    expect([one.refused, other.refused]).toEqual([0, 0]);
    const again = await openMonth(month);
    expect(again).toMatchObject({ opened: 0, refused: 0, repeated: one.opened + other.opened });
    const cases = await casesOf(month);
    expect(cases).toHaveLength(one.opened + other.opened);
    expect(new Set(cases.map(({ itemCode, name }) => `${itemCode} ${name}`)).size).toBe(cases.length);
    expect(cases.map(({ itemCode, name }) => `${itemCode} ${name}`)).toEqual(
      expect.arrayContaining([
        'QD-10.1 青岛演示医院',
        'QD-10.1 青岛演示第二医院',
        'QD-10.2 青岛市定点零售药店（全市批次）',
        'YT-11.1 烟台演示医院',
        'YT-11.1 烟台演示第二医院',
        'YT-11.2 烟台演示大药房',
        'YT-11.2 烟台演示便民药店',
      ]),
    );
  }, 180_000);

  it('comes by the schedule, for the month before this one', async () => {
    await triggerSchedule();
    const [year, number] = today().split('-').map(Number) as [number, number];
    const before = new Date(Date.UTC(year, number - 2, 1)).toISOString().slice(0, 7);
    const cases = await until(
      'the schedule has opened its cases',
      () => casesOf(before),
      (found) => found.length >= 7,
      120,
    );
    expect(cases.every(({ kind }) => kind === 'schedule')).toBe(true);
  }, 150_000);

  it('finds what was registered at the counter, and the counter what the schedule opened', async () => {
    const other = someMonth();
    const body = {
      itemCode: 'QD-10.1',
      officeId: 'shinan',
      channel: 'window',
      variant: 'monthlyReport',
      applicant: {
        name: '青岛演示第二医院',
        idType: 'creditCode',
        idNumber: '12370200MADEMD1015',
        phone: '0532-85770000',
      },
      form: { period: `${other}-01` },
      materials: ['costReportForm'],
    };
    const answer = await qingdaoWindow.open(body);
    expect(answer).toMatchObject({ status: 201 });
    const opened = answer.body as CaseView;
    await openMonth(other);
    expect(await caseOfInstitution(other, 'QD-10.1', '青岛演示第二医院')).toBe(opened.caseNo);
    expect(await code(qingdaoWindow.open(body))).toBe('CASE_DUPLICATE');
    expect(await code(qingdaoWindow.open({ ...body, form: { period: day } }))).toBe('CASE_DUPLICATE');
    const returned = await qingdaoWindow.open({ ...body, variant: 'resubmission' });
    expect(returned.status).toBe(201);
  }, 150_000);
});

describe('a hospital’s month in Qingdao', () => {
  let caseNo: string;
  beforeAll(async () => {
    caseNo = await caseOfInstitution(month, 'QD-10.1', '青岛演示医院');
  });

  it('is reported by the hospital itself, by the 15th of the next month', async () => {
    const before = await hospital.case(caseNo);
    expect(before.tasks.map(({ stage }) => stage)).toEqual(['reportCosts']);
    const [year, number] = month.split('-').map(Number) as [number, number];
    const lastDay = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
    expect(clockOf(before, 'costReport')).toMatchObject({ startedOn: lastDay });
    const input = {
      claimedEmployeeInpatient: 520_000_00,
      claimedResidentInpatient: 310_000_00,
      claimedResidentChronic: 4_000_00,
    };
    const after = await hospital.act(caseNo, 'report', { input });
    expect(clockOf(after, 'costReport').state).toBe('overrun');
  });

  it('loses one category at acceptance, not the whole report', async () => {
    await sandbox.register('registers', {
      register: 'settlementFigures',
      idNumber: qingdaoHospital,
      status: 'ready',
      quotas: [{ period: month, category: 'residentInpatient', amountFen: 300_000_00 }],
      deductions: [{ period: month, category: 'employeeInpatient', amountFen: 10_000_00 }],
    });
    const input = { returnResidentChronic: true, returnReason: '明细与汇总不符' };
    expect(await code(first.attempt(caseNo, 'accept', { input: { returnResidentChronic: true } }))).toBe(
      'FIGURES_WRONG',
    );
    const accepted = await first.act(caseNo, 'accept', { input });
    expect(documentsOf(accepted)).toContain('categoryReturnNotice');
    expect(await printed(first, accepted, 'categoryReturnNotice')).toContain('居民门诊慢特病4000.00');
  });

  it('is paid within the quota less the pushed deductions, and verified against the sheet', async () => {
    const settled = await first.act(caseNo, 'settle', { input: { sampled: true, sampleNote: '抽审 20 份无误' } });
    expect(await printed(first, settled, 'monthlySettlementSheet')).toContain('合计834000.0010000.0010000.00810000.00');
    const wrong = second.attempt(caseNo, 'confirmSettlement', { input: { verifiedTotalFen: 820_000_00 } });
    expect(await code(wrong)).toBe('FIGURES_WRONG');
    const verified = await second.act(caseNo, 'confirmSettlement', { input: { verifiedTotalFen: 810_000_00 } });
    expect(documentsOf(verified)).toContain('paymentOrder');
  });

  it('keeps the agency’s own papers from the hospital, on every path', async () => {
    const order = (await second.case(caseNo)).documents.find(({ type }) => type === 'paymentOrder');
    expect(documentsOf(await hospital.case(caseNo))).not.toContain('paymentOrder');
    for (const form of ['', '.pdf', '/prints']) {
      const path = `/api/cases/${caseNo}/documents/${order?.documentNo}${form}`;
      expect([form, (await second.get(path)).status, (await hospital.get(path)).status]).toEqual([form, 200, 404]);
    }
  });

  it('is signed post by post, by nobody twice, and sent back to an earlier post', async () => {
    expect(await code(first.attempt(caseNo, 'sign'))).toBe('TASK_SAME_PERSON');
    expect(await code(deputy.attempt(caseNo, 'sign'))).toBe('ACCESS_DENIED');
    await business.act(caseNo, 'sign', { input: { opinion: '同意' } });
    await deputy.act(caseNo, 'sign');
    const back = await director.act(caseNo, 'returnToPost', { input: { to: 'settleCosts', reason: '漏计一笔扣费' } });
    expect(back.tasks.map(({ stage }) => stage)).toEqual(['settleCosts']);
    const again = {
      deductionEmployeeInpatient: 5_000_00,
      deductionReason: '重复收费',
      sampled: true,
      sampleNote: '已复查',
    };
    await first.act(caseNo, 'settle', { input: again });
    await second.act(caseNo, 'confirmSettlement', { input: { verifiedTotalFen: 805_000_00 } });
    await business.act(caseNo, 'sign');
    await deputy.act(caseNo, 'sign');
    await director.act(caseNo, 'sign');
    const signed = await leader.act(caseNo, 'sign', { input: { opinion: '同意拨付' } });
    const text = await printed(first, signed, 'appropriationSheet');
    for (const words of ['805000.00元', '业务相关人员签字', '青岛市副处长', '青岛市分管领导'])
      expect(text).toContain(words);
  });

  it('is paid by the fund office, which is told what the bank refuses, and filed', async () => {
    await sandbox.faults('fund', { rejected: 1 });
    await fund.act(caseNo, 'payInstitution');
    const refused = await fund.waitFor(caseNo, 'the bank has refused', ({ tasks }) =>
      tasks.some(({ stage }) => stage === 'transferFunds'),
    );
    expect(clockOf(refused, 'costSettlement').state).toBe('running');
    await fund.act(caseNo, 'payInstitution');
    const paid = await fund.waitFor(caseNo, 'it is paid', ({ tasks }) =>
      tasks.some(({ stage }) => stage === 'archiveSettlement'),
    );
    expect(clockOf(paid, 'costSettlement').state).toBe('met');
    const filed = await first.act(caseNo, 'archive', { input: { archiveNo: `JS-${month}` } });
    expect(filed.outcome).toBe('completed');
  });
});

describe('pharmacies', () => {
  it('are settled for the whole city in one set, accepted as it is made', async () => {
    const caseNo = await caseOfInstitution(month, 'QD-10.2', '青岛市定点零售药店（全市批次）');
    const view = await first.case(caseNo);
    expect(view.form).toMatchObject({ claimedCard: 400_00, merchantCount: 2, transactionCount: 3 });
    const drawn = await first.waitFor(caseNo, 'the set is drawn up', at('settleCosts'));
    expect(drawn.tasks.map(({ stage }) => stage)).toEqual(['settleCosts']);
    const off = (merchantNo: string) => ({ input: { merchantNo, deductionFen: 50_00, reason: '违规刷卡' } });
    await first.act(caseNo, 'deductMerchant', off('QDYD0404'));
    await first.waitFor(caseNo, 'it is not of this set', at('settleCosts'));
    await first.act(caseNo, 'deductMerchant', off('QDYD0001'));
    await first.waitFor(caseNo, 'it is taken off', at('settleCosts'));
    await first.act(caseNo, 'settle', { input: { opinion: '数据无误' } });
    const settled = await fund.waitFor(caseNo, 'it is settled', at('transferFunds'));
    const sheet = await printed(first, settled, 'monthlySettlementSheet');
    expect(sheet).toContain('2家药店，3笔交易');
    expect(sheet).toContain('合计400.0050.00');
  });

  it('are paid one by one; what the bank sends back is paid again alone, and nobody twice', async () => {
    const caseNo = await caseOfInstitution(month, 'QD-10.2', '青岛市定点零售药店（全市批次）');
    interface Set {
      tally: { payableFen: number; paid: number; paidFen: number; rejected: number };
      lines: {
        merchantNo: string;
        state: string;
        payableFen: number;
        paymentNo: string | null;
        refusal: string | null;
      }[];
    }
    const set = async () => (await fund.get<Set>(`/api/cases/${caseNo}/settlement-lines`)).body;
    await sandbox.faults('fund', { rejected: 1 });
    await fund.act(caseNo, 'payInstitution');
    await fund.waitFor(caseNo, 'one has come back', at('transferFunds'));
    const first = await set();
    expect(first.tally).toMatchObject({ payableFen: 350_00, paid: 1, rejected: 1 });
    const back = first.lines.find(({ state }) => state === 'rejected')!;
    expect(back.refusal).toContain('户名不符');
    expect(await code(fund.attempt(caseNo, 'returnToPost', { input: { reason: '重算' } }))).toBe('STEP_NOT_REVERSIBLE');
    const corrected = { merchantNo: back.merchantNo, payeeAccount: '37020010000000001' };
    await fund.act(caseNo, 'correctPayee', { input: corrected });
    await fund.waitFor(caseNo, 'the account is corrected', at('transferFunds'));
    await fund.act(caseNo, 'payInstitution');
    const paid = await fund.waitFor(caseNo, 'the set is paid', ({ outcome }) => outcome !== null);
    expect(paid.outcome).toBe('completed');
    const last = await set();
    expect(last.tally).toMatchObject({ paid: 2, paidFen: 350_00, rejected: 0 });
    expect(new Set(last.lines.map(({ paymentNo }) => paymentNo)).size).toBe(2);
    expect((await paymentsOf(caseNo)).map(({ amountFen }) => amountFen).sort((a, b) => a - b)).toEqual([50_00, 300_00]);
  });

  it('ask for their own trade by number, name and day', async () => {
    const path = (merchantName: string) =>
      `/public/card-transactions?merchantNo=QDYD0001&merchantName=${encodeURIComponent(merchantName)}&tradedOn=${day}`;
    const own = await askApi<{ count: number; totalFen: number }>('GET', path('青岛演示大药房'));
    expect(own.body).toMatchObject({ count: 2, totalFen: 350_00 });
    expect((await askApi<{ count: number }>('GET', path('别家药店'))).body.count).toBe(0);
    const nameless = await askApi('GET', `/public/card-transactions?merchantNo=QDYD0001&tradedOn=${day}`);
    expect(problemOf(nameless).errors.map(({ field }) => field)).toEqual(['merchantName']);
  });

  it('are counted once, however often a terminal uploads its day', async () => {
    const transactions = [
      {
        transactionNo: `R${Date.now()}`,
        merchantNo: 'QDYD0009',
        merchantName: '青岛演示九店',
        tradedOn: day,
        amountFen: 1,
      },
    ];
    const upload = () =>
      pushSigned<{ received: number; repeated: number }>('/api/exchange/card-transactions', {
        agency: '370200',
        transactions,
      });
    expect((await upload()).body).toEqual({ received: 1, repeated: 0 });
    expect((await upload()).body).toEqual({ received: 0, repeated: 1 });
    const foreign = await pushSigned('/api/exchange/card-transactions', { agency: '370200', transactions }, '370600');
    expect(foreign.status).toBe(401);
  });

  it('of Yantai are paid one by one, by the 12th', async () => {
    const caseNo = await caseOfInstitution(month, 'YT-11.2', '烟台演示大药房');
    const view = await yantaiReview.case(caseNo);
    expect(view.form).toMatchObject({ claimedCard: 4600, transactionCount: 2 });
    const derivation = await yantaiReview.derivation(caseNo, 'costSettlement');
    expect(derivation.derivation.some(({ date }) => date.endsWith('-12'))).toBe(true);
    await yantaiReview.act(caseNo, 'settle');
    await yantaiFund.act(caseNo, 'payInstitution');
    const paid = await yantaiFund.waitFor(caseNo, 'it is paid', ({ outcome }) => outcome !== null);
    expect(paid.outcome).toBe('completed');
    // Paid years after its month: lawfully late, and said so.
    expect(clockOf(paid, 'costSettlement').state).toBe('overrun');
  });
});

describe('a hospital’s month in Yantai', () => {
  it('is entered at the window, reviewed, sent back by finance and paid', async () => {
    const caseNo = await caseOfInstitution(month, 'YT-11.1', '烟台演示第二医院');
    await yantaiWindow.act(caseNo, 'report', { input: { claimedEmployee: 600_000_00, claimedResident: 0 } });
    await yantaiWindow.act(caseNo, 'accept');
    await yantaiReview.act(caseNo, 'settle');
    const back = await yantaiFund.act(caseNo, 'returnToPost', { input: { reason: '申请金额与系统不符' } });
    expect(back.tasks.map(({ stage }) => stage)).toEqual(['settleCosts']);
    await yantaiReview.act(caseNo, 'settle', { input: { deductionEmployee: 1_000_00, deductionReason: '分解住院' } });
    await yantaiFund.act(caseNo, 'payInstitution');
    const paid = await yantaiFund.waitFor(caseNo, 'it is paid', ({ outcome }) => outcome !== null);
    expect(paid.outcome).toBe('completed');
    expect(await printed(yantaiReview, paid, 'monthlySettlementSheet')).toContain('599000.00');
  });
});
