import { clerks, type Clerk } from '../support/clerk';
import { creditCode } from '../support/fill';
import { demoCitizen, demoEmployer, somebody } from '../support/persons';
import { printed } from '../support/printed';
import { sandbox } from '../support/sandbox';
import { isConcluded } from '../support/transfers';
import { caseOf, documentsOf, problemOf, type CaseView } from '../support/views';

/** Queries that end in a printed record (YT-3.1, YT-3.2, QD-2.2, QD-2.3) and the payment of personal accounts (YT-3.3, QD-2.1). */
let window: Clerk, qingdao: Clerk, citizen: Clerk, employer: Clerk;
let reviewer: Clerk, finance: Clerk, qdReviewer: Clerk, qdFinance: Clerk;

beforeAll(async () => {
  await sandbox.noFaults();
  [window, qingdao, citizen, employer, reviewer, finance, qdReviewer, qdFinance] = await clerks(
    'yt-window',
    'qd-window',
    'person-demo',
    'employer-demo',
    'yt-review',
    'yt-finance',
    'qd-review',
    'qd-finance',
  );
});
afterAll(() => sandbox.noFaults());

const officeOf = (itemCode: string): string => (itemCode.startsWith('YT') ? 'zhifu' : 'shinan');
const application = (itemCode: string, given: Record<string, unknown> = {}) => ({
  itemCode,
  officeId: officeOf(itemCode),
  channel: 'window',
  form: {},
  ...given,
});
const company = () => ({
  kind: 'employer',
  name: '胶东精密机械（烟台）有限公司',
  idType: 'creditCode',
  idNumber: creditCode(),
  phone: '13800000000',
});
const person = (kind: string) => ({ ...somebody('吕㙓'), kind });
const years = (text: string): number => [...text.matchAll(/20\d\d(?:及以前)?\d{1,3}\d+\.\d\d/g)].length;

describe('a person asks for their own record', () => {
  it('YT-3.2 at any counter: asked, answered and printed in one command, with the months and the balance of the register', async () => {
    const applicant = person('employee');
    const record = { status: 'enrolled', insuredSince: '2021-03-01', paidMonths: 57, accountBalanceFen: 123_456 };
    await sandbox.enrolment({ idNumber: applicant.idNumber, region: '370600', ...record });
    const view = caseOf(
      await window.open(application('YT-3.2', { applicant, materials: ['socialSecurityCard'], acceptNow: true })),
    );
    expect([view.state, view.outcome, view.ended]).toEqual(['concluded', 'completed', true]);
    expect(documentsOf(view)).toEqual(['receipt', 'contributionProof']);
    const text = await printed(window, view, 'contributionProof');
    for (const said of ['参保缴费证明', '职工基本医疗保险', '正常参保', '2021年3月1日', '57个月', '1234.56元', '吕㙓'])
      expect(text).toContain(said);
    expect(text).not.toContain(applicant.idNumber);
    expect(years(text)).toBeGreaterThanOrEqual(5);
  });

  it('YT-3.2 at the terminal prints the proof, online the record: other papers, and no clerk in either', async () => {
    const terminal = caseOf(
      await citizen.open(
        application('YT-3.2', {
          channel: 'terminal',
          applicant: demoCitizen,
          materials: ['identityCard'],
          acceptNow: true,
        }),
      ),
    );
    expect(documentsOf(terminal)).toEqual(['receipt', 'contributionProof']);
    const online = caseOf(
      await citizen.open(
        application('YT-3.2', { channel: 'online', applicant: demoCitizen, materials: [], acceptNow: true }),
      ),
    );
    expect([online.state, documentsOf(online)]).toEqual(['concluded', ['receipt', 'contributionRecord']]);
    expect(await printed(citizen, online, 'contributionRecord')).toContain('本记录由参保人自行查询打印');
    const another = application('YT-3.2', { channel: 'online', applicant: person('employee'), acceptNow: true });
    expect(problemOf(await citizen.open(another)).detail).toContain('只限本人');
  });

  it('YT-3.2 refuses a resident, who has no record of employees’ insurance, and says so on paper', async () => {
    const applicant = person('employee');
    await sandbox.enrolment({ idNumber: applicant.idNumber, region: '370600', status: 'enrolled', kind: 'resident' });
    const view = caseOf(await window.open(application('YT-3.2', { applicant, materials: ['identityCard'] })));
    expect(problemOf(await window.attempt(view.caseNo, 'accept')).code).toBe('FACT_NOT_SATISFIED');
    const closed = await window.act(view.caseNo, 'refuse', { input: { reason: '请查询居民参保信息' } });
    expect(await printed(window, closed, 'nonAcceptanceNotice')).toContain('本事项只查询参保职工');
  });

  it('QD-2.3 lets the bank’s application answer flexible workers only', async () => {
    const asked = (kind: string, who = person(kind)) =>
      application('QD-2.3', { channel: 'bankApp', applicant: { ...who, kind }, materials: [] });
    const flexible = caseOf(await citizen.open({ ...asked('flexibleWorker', demoCitizen), acceptNow: true }));
    expect(flexible.state).toBe('concluded');
    expect(await printed(citizen, flexible, 'contributionProof')).toContain('参保缴费证明（个人权益记录）');
    const employee = caseOf(await qingdao.open({ ...asked('employee'), acceptNow: true }));
    expect(employee.state).toBe('received');
    expect(employee.facts.find((one) => one.id === 'bankAppForFlexible')?.holds).toBe(false);
  });
});

describe('an employer asks for its record', () => {
  it('YT-3.1 with its letter of introduction, QD-2.2 with its papers: twelve months, printed', async () => {
    const first = caseOf(
      await window.open(
        application('YT-3.1', { applicant: company(), materials: ['employerIntroduction'], acceptNow: true }),
      ),
    );
    const text = await printed(window, first, 'employerContributionRecord');
    expect(text).toContain('胶东精密机械（烟台）有限公司');
    expect([...text.matchAll(/20\d\d年\d{1,2}月\d+/g)].length).toBeGreaterThanOrEqual(12);
    const second = caseOf(
      await qingdao.open(
        application('QD-2.2', { applicant: company(), materials: ['employerIdentification'], acceptNow: true }),
      ),
    );
    expect([second.state, documentsOf(second)]).toEqual(['concluded', ['receipt', 'employerContributionRecord']]);
  });

  it('YT-3.1 online by itself, and without the sealed list it is told once what is missing', async () => {
    const online = caseOf(
      await employer.open(
        application('YT-3.1', {
          channel: 'online',
          applicant: demoEmployer,
          materials: ['sealedEmployeeList'],
          acceptNow: true,
        }),
      ),
    );
    expect(online.state).toBe('concluded');
    const bare = caseOf(await window.open(application('YT-3.1', { applicant: company(), materials: [] })));
    const told = await window.act(bare.caseNo, 'requestSupplement');
    expect(await printed(window, told, 'supplementNotice')).toContain('加盖公章的查询职工名单或单位介绍信');
    await window.act(bare.caseNo, 'receiveSupplement', { input: { materials: ['employerIntroduction'] } });
    expect((await window.act(bare.caseNo, 'accept')).state).toBe('concluded');
  });

  it('YT-3.1 refuses an employer that is not registered', async () => {
    const applicant = company();
    await sandbox.register('employers', { creditCode: applicant.idNumber });
    const view = caseOf(
      await window.open(application('YT-3.1', { applicant, materials: ['employerIntroduction'], acceptNow: true })),
    );
    expect([view.state, view.facts[0]?.detail]).toEqual(['received', '未参保登记']);
  });
});

describe('the personal account is paid out', () => {
  const both = ['identityCard', 'socialSecurityCard'];
  const paymentsOf = async ({ caseNo }: CaseView) => (await sandbox.payments()).filter((one) => one.caseNo === caseNo);

  it('YT-3.3: reviewed, the whole balance paid once, the account closed, a payment sheet printed', async () => {
    const applicant = person('insuredPerson');
    await sandbox.enrolment({
      idNumber: applicant.idNumber,
      region: '370600',
      status: 'suspended',
      suspendedOn: '2026-01-31',
      accountBalanceFen: 98_765,
    });
    const opened = caseOf(
      await window.open(
        application('YT-3.3', { variant: 'settledAbroad', applicant, materials: both, acceptNow: true }),
      ),
    );
    expect(opened.stage).toBe('审核');
    const approved = await reviewer.act(opened.caseNo, 'approve', { input: { opinion: '符合规定' } });
    expect(approved.stage).toBe('支付');
    await sandbox.faults('fund', { rejected: 1 });
    await finance.act(opened.caseNo, 'pay');
    await finance.waitFor(opened.caseNo, 'returned by the bank', (view) => view.tasks[0]?.key === 'payOut#2');
    await finance.act(opened.caseNo, 'pay', { input: { bankAccount: '6222020200112233445' } });
    const done = await window.waitFor(opened.caseNo, 'concluded', isConcluded);
    expect((await paymentsOf(done)).map(({ kind, amountFen, status }) => [kind, amountFen, status])).toEqual([
      ['accountWithdrawal', 98_765, 'rejected'],
      ['accountWithdrawal', 98_765, 'done'],
    ]);
    const sheet = await printed(window, done, 'accountPaymentSheet');
    for (const said of ['出国定居', '987.65元', 'JJ']) expect(sheet).toContain(said);
    const again = caseOf(
      await window.open(
        application('YT-3.3', { variant: 'settledAbroad', applicant, materials: both, acceptNow: true }),
      ),
    );
    expect([again.state, again.facts[0]?.value]).toEqual(['received', 'closed']);
  });

  it('YT-3.3 is rejected with reasons when the review finds that it does not comply', async () => {
    const opened = caseOf(
      await window.open(
        application('YT-3.3', {
          variant: 'transferredOut',
          applicant: person('insuredPerson'),
          materials: both,
          acceptNow: true,
        }),
      ),
    );
    const ended = await reviewer.act(opened.caseNo, 'reject', { input: { reason: '关系尚未转出' } });
    expect(await printed(window, ended, 'rejectionDecision')).toContain('关系尚未转出');
    expect(await paymentsOf(ended)).toEqual([]);
  });

  it('QD-2.1 asks an agent for the statement, a person online for nothing', async () => {
    const agent = { variant: 'relationEnded', applicant: person('agent') };
    const form = { claimantName: '王强', claimantIdNumber: somebody().idNumber };
    const byAgent = caseOf(
      await qingdao.open(application('QD-2.1', { ...agent, form, materials: ['identityDocument'] })),
    );
    const refused = problemOf(await qingdao.attempt(byAgent.caseNo, 'accept'));
    expect([refused.code, refused.detail]).toEqual(['MATERIALS_INCOMPLETE', '缺少：代办说明']);
    const online = caseOf(
      await citizen.open(
        application('QD-2.1', {
          channel: 'online',
          variant: 'settledAbroad',
          applicant: person('insuredPerson'),
          materials: [],
        }),
      ),
    );
    expect(online.materials).toEqual([]);
    expect((await qingdao.act(online.caseNo, 'accept')).stage).toBe('审核');
  });

  it('QD-2.1 asks the heir for a death certificate only while data sharing does not know the death', async () => {
    const applicant = person('heir');
    const form = { claimantName: '李梅', claimantIdNumber: somebody().idNumber };
    const given = { variant: 'death', applicant, form, materials: ['identityDocument', 'notarialPapers'] };
    const opened = caseOf(await qingdao.open(application('QD-2.1', given)));
    expect(problemOf(await qingdao.attempt(opened.caseNo, 'accept')).detail).toBe('缺少：死亡医学证明');
    await sandbox.register('deaths', { idNumber: applicant.idNumber, diedOn: '2026-02-01' });
    await qingdao.act(opened.caseNo, 'cancelApplication', { input: { reason: '重新申请' } });
    const known = caseOf(await qingdao.open(application('QD-2.1', { ...given, acceptNow: true })));
    expect(known.stage).toBe('审核');
    expect(known.materials.find((one) => one.id === 'deathCertificate')?.status).toBe('shared');
    await qdReviewer.act(known.caseNo, 'approve');
    await qdFinance.act(known.caseNo, 'pay', { input: { bankAccount: '6222020200112233445' } });
    const done = await qingdao.waitFor(known.caseNo, 'concluded', isConcluded);
    const sheet = await printed(qingdao, done, 'accountPaymentSheet');
    for (const said of ['参保人死亡', '死亡参保人的继承人李*']) expect(sheet).toContain(said);
    // The dead are written to no more: every paper names the heir.
    for (const type of ['acceptanceNotice', 'conclusionNotice']) {
      const paper = await printed(qingdao, done, type);
      expect([paper.includes('李梅：'), paper.includes(`${applicant.name}：`)]).toEqual([true, false]);
    }
  });

  it('QD-2.1 is not for the dead person’s own name', async () => {
    const view = caseOf(
      await citizen.open(
        application('QD-2.1', {
          channel: 'wechat',
          variant: 'death',
          applicant: person('insuredPerson'),
          materials: [],
        }),
      ),
    );
    expect(problemOf(await qingdao.attempt(view.caseNo, 'accept')).detail).toBe(
      '参保人死亡的，由其继承人或所在单位申请',
    );
  });

  it('QD-2.1 changes the bank account by a request of its own, and the next payment knows it', async () => {
    const applicant = person('insuredPerson');
    const change = caseOf(
      await qingdao.open(
        application('QD-2.1', {
          variant: 'payoutAccountChange',
          applicant,
          form: { bankAccount: '6217000010001234567' },
          materials: ['identityCard', 'bankDebitCard'],
          acceptNow: true,
        }),
      ),
    );
    await qdReviewer.act(change.caseNo, 'approve');
    const changed = await qingdao.waitFor(change.caseNo, 'concluded', isConcluded);
    expect(await printed(qingdao, changed, 'conclusionNotice')).toContain('收款银行账户已变更');
    expect(await paymentsOf(changed)).toEqual([]);
    const next = caseOf(
      await qingdao.open(
        application('QD-2.1', { variant: 'settledAbroad', applicant, materials: ['medicalInsuranceCode'] }),
      ),
    );
    expect(next.facts.find((one) => one.id === 'personalAccount')?.detail).toContain('尾号 4567');
  });
});
