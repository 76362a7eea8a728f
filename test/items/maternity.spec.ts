import { applicant, costs, listNo, paymentsOf, pushed, registerSays } from '../support/benefits';
import { clerks, type Clerk } from '../support/clerk';
import { printed } from '../support/printed';
import { sandbox } from '../support/sandbox';
import { query } from '../support/system';
import { isConcluded } from '../support/transfers';
import { caseOf, clockOf, problemOf, type CaseView } from '../support/views';

/** Maternity (YT-8.1 to YT-8.5, QD-7.1 to QD-7.4): at once in 烟台, audited in 青岛, the allowance by the month. */
let window: Clerk, reviewer: Clerk, hospital: Clerk;
let qdWindow: Clerk,
  qdReviewer: Clerk,
  qdSettler: Clerk,
  qdFinance: Clerk,
  qdStation: Clerk,
  citizen: Clerk,
  qdEmployer: Clerk;

beforeAll(async () => {
  await sandbox.noFaults();
  [window, reviewer, hospital] = await clerks('yt-window', 'yt-review', 'inst-demo');
  [qdWindow, qdReviewer, qdSettler, qdFinance, qdStation, citizen, qdEmployer] = await clerks(
    'qd-window',
    'qd-review',
    'qd-approve',
    'qd-finance',
    'qd-station-demo',
    'person-demo',
    'qd-employer-demo',
  );
});
afterEach(() => sandbox.noFaults());

const elsewhere = {
  bornOn: '2026-02-10',
  pledgesCertificates: false,
  permitFromOutside: false,
  abroad: false,
  hospitalName: '济南市妇幼保健院',
  payTo: 'socialSecurityCard',
};
const certificates = ['birthServiceHandbook', 'birthCertificate'];
const settlement = { ...costs, maternityFen: 650_000 };

async function inYantai(given: Record<string, unknown>, registers: Record<string, string> = {}): Promise<CaseView> {
  const person = applicant();
  for (const [register, status] of Object.entries(registers)) await registerSays(person.idNumber, register, status);
  return caseOf(
    await window.open({
      itemCode: 'YT-8.2',
      officeId: 'zhifu',
      channel: 'window',
      variant: 'elsewhere',
      applicant: person,
      form: elsewhere,
      materials: ['identityCard', ...certificates, 'stampedRecord', 'inpatientReceipt'],
      ...given,
    }),
  );
}

describe('YT-8.2 settled at once', () => {
  it('after a birth elsewhere: settled at the window, ordered at the bank, concluded, with nobody in between', async () => {
    const { caseNo } = await inYantai({ acceptNow: true });
    await reviewer.act(caseNo, 'settle', { input: settlement });
    const closed = await window.waitFor(caseNo, 'the end', isConcluded);
    expect(await paymentsOf(caseNo)).toMatchObject([{ kind: 'maternityExpense', amountFen: 650_000 }]);
    expect(await printed(window, closed, 'settlementStatement')).toContain('生育保险基金支付6500.00元');
  });

  it('in the city: by the hospital itself, entered in the platform and not paid to the person', async () => {
    const opened = caseOf(
      await hospital.open({
        itemCode: 'YT-8.2',
        officeId: 'zhifu',
        channel: 'hospital',
        variant: 'inCity',
        applicant: applicant(),
        form: { bornOn: '2026-02-10', pledgesCertificates: false, hospitalName: '演示医院' },
        materials: ['socialSecurityCard', 'birthServiceHandbook'],
        acceptNow: true,
      }),
    );
    expect(opened.tasks[0]).toMatchObject({ stage: 'settleAtOnce', role: 'institution' });
    await hospital.act(opened.caseNo, 'settle', { input: settlement });
    const closed = await hospital.waitFor(opened.caseNo, 'the end', isConcluded);
    expect([closed.outcome, await paymentsOf(opened.caseNo)]).toEqual(['completed', []]);
  });

  it('in the city: the allowance is registered by itself, and once for the birth, whoever asks again', async () => {
    const person = applicant();
    const birth = (bornOn: string) => ({
      itemCode: 'YT-8.2',
      officeId: 'laiyang',
      channel: 'hospital',
      variant: 'inCity',
      applicant: person,
      form: { bornOn, pledgesCertificates: false, hospitalName: '演示医院' },
      materials: ['socialSecurityCard', 'birthServiceHandbook'],
      acceptNow: true,
    });
    const settled = caseOf(await hospital.open(birth('2026-02-10')));
    await hospital.act(settled.caseNo, 'settle', { input: settlement });
    await hospital.waitFor(settled.caseNo, 'the end', isConcluded);
    const sources = () =>
      query<{ case_no: string; kind: string }>(
        `select case_no, kind from case_source where item_code = 'YT-8.5' and reference = 'birth:2026-02-10'
          and subject = (select subject from case_file where case_no = $1)`,
        [settled.caseNo],
      );
    const [begun, ...more] = await sources();
    expect([begun?.kind, more]).toEqual(['case', []]);
    const allowance = await window.case(begun!.case_no);
    expect(allowance).toMatchObject({ channel: 'pushed', variant: 'inCity', office: { id: 'laiyang' } });
    expect([allowance.acceptedOn === null, allowance.tasks.map(({ stage }) => stage)]).toEqual([
      false,
      ['assessAllowance'],
    ]);

    const applied = problemOf(
      await window.open({
        itemCode: 'YT-8.5',
        officeId: 'laiyang',
        channel: 'window',
        variant: 'elsewhere',
        applicant: person,
        form: { bornOn: '2026-02-10', settledOn: '2026-02-20', payTo: 'socialSecurityCard' },
        materials: [],
      }),
    );
    expect([applied.code, applied.detail]).toEqual(['CASE_DUPLICATE', expect.stringContaining(begun!.case_no)]);
    await reviewer.act(allowance.caseNo, 'assess', {
      input: { entitledFrom: '2026-02-10', entitledDays: 98, monthlyBaseFen: 600_000 },
    });
    // Settled this month: the first payment is due at the end of the next.
    expect(clockOf(await window.case(allowance.caseNo), 'firstPayment').state).toBe('running');
    expect(await sources()).toHaveLength(1);
  });

  it('is refused without the employer’s filing before the birth', async () => {
    const { caseNo } = await inYantai({}, { maternityFiling: 'none' });
    expect(problemOf(await window.attempt(caseNo, 'accept')).detail).toContain('《烟台市生育保险异地生育备案》');
  });

  it('asks for no certificate that the platform holds, and takes the pledge where it holds none', async () => {
    const held = await inYantai(
      { materials: ['identityCard', 'stampedRecord', 'inpatientReceipt'] },
      { birthCertificates: 'held' },
    );
    expect((await window.act(held.caseNo, 'accept')).acceptedOn).not.toBeNull();
    const pledged = await inYantai({
      form: { ...elsewhere, pledgesCertificates: true },
      materials: ['identityCard', 'stampedRecord', 'inpatientReceipt'],
    });
    const lacking = problemOf(await window.attempt(pledged.caseNo, 'accept'));
    expect(lacking.data).toEqual({ missing: ['personalPledge'] });
  });

  it('asks for translated and sealed papers of a birth abroad, and for the pledge with a permit from another province', async () => {
    const { materials } = await inYantai({
      form: { ...elsewhere, abroad: true, permitFromOutside: true },
      materials: ['identityCard', 'birthServiceHandbook', 'inpatientReceipt'],
    });
    const asked = materials.map(({ id }) => id);
    expect(asked).toEqual(expect.arrayContaining(['translatedBirthCertificate', 'translatedRecord', 'parityPledge']));
    expect(asked).not.toContain('stampedRecord');
  });
});

describe('QD-7 by three ways', () => {
  const form = {
    handler: 'self',
    hospitalName: '青岛市妇女儿童医院',
    payTo: 'socialSecurityCard',
    bornOn: '2026-02-10',
    certificateUnavailable: false,
  };
  const application = (given: Record<string, unknown>) => ({
    itemCode: 'QD-7.1',
    officeId: 'shinan',
    channel: 'window',
    applicant: applicant(),
    form,
    materials: ['diagnosis', 'birthCertificate'],
    ...given,
  });

  it('online it is taken in provisionally first; the ten days count from the acceptance', async () => {
    const opened = caseOf(await citizen.open(application({ channel: 'online' })));
    expect([opened.state, opened.tasks[0]?.stage]).toEqual(['awaitingIntake', 'preAcceptance']);
    const provisional = await qdWindow.act(opened.caseNo, 'preAccept');
    expect(provisional.clocks.map(({ id }) => id)).not.toContain('benefitLimit');
    const accepted = await qdWindow.act(opened.caseNo, 'accept');
    expect(clockOf(accepted, 'benefitLimit').quantity).toBe(10);
  });

  it('a work station takes it in and passes it on to the agency, where it is audited, settled and paid', async () => {
    const opened = caseOf(await qdStation.open(application({ channel: 'workstation' })));
    expect(opened.tasks[0]).toMatchObject({ stage: 'passOn', role: 'workstation' });
    expect((await qdWindow.attempt(opened.caseNo, 'passOn')).status).toBe(403);
    await qdStation.act(opened.caseNo, 'passOn');
    await qdWindow.act(opened.caseNo, 'accept');
    await qdReviewer.act(opened.caseNo, 'approve', { input: { examinationFen: 123_457 } });
    await qdSettler.act(opened.caseNo, 'settle', { input: { maternityFen: 123_457 } });
    await qdFinance.act(opened.caseNo, 'pay');
    await qdWindow.waitFor(opened.caseNo, 'the end', isConcluded);
    expect(await paymentsOf(opened.caseNo)).toMatchObject([{ amountFen: 123_457 }]);
  });

  it('takes the pledge only from who cannot provide a certificate that the platform lacks', async () => {
    const given = { form: { ...form, certificateUnavailable: true }, materials: ['diagnosis'] };
    const lacking = caseOf(await qdWindow.open(application(given)));
    expect(problemOf(await qdWindow.attempt(lacking.caseNo, 'accept')).data).toEqual({ missing: ['personalPledge'] });
    const person = applicant();
    await registerSays(person.idNumber, 'birthCertificates', 'held');
    const held = caseOf(await qdWindow.open(application({ ...given, applicant: person })));
    expect((await qdWindow.act(held.caseNo, 'accept')).acceptedOn).not.toBeNull();
  });
});

describe('the allowance', () => {
  it('QD-7.4 is asked for by the employer online, decided, and paid in one sum', async () => {
    const opened = caseOf(
      await qdEmployer.open({
        itemCode: 'QD-7.4',
        officeId: 'shinan',
        channel: 'online',
        applicant: applicant(),
        form: { employerName: '青岛海达机械有限公司', bornOn: '2026-02-10', payTo: 'socialSecurityCard' },
        materials: ['dischargeRecord'],
      }),
    );
    await qdWindow.act(opened.caseNo, 'accept');
    const input = { entitledFrom: '2026-02-10', entitledDays: 158, monthlyBaseFen: 600_001 };
    const half = problemOf(
      await qdReviewer.attempt(opened.caseNo, 'assess', { input: { ...input, entitledDays: 0.5 } }),
    );
    expect(half.status).toBe(400);
    await qdReviewer.act(opened.caseNo, 'assess', { input });
    await qdFinance.act(opened.caseNo, 'pay');
    const closed = await qdEmployer.waitFor(opened.caseNo, 'the end', isConcluded);
    // 600001 × 158 ÷ 30 = 3160005.27
    expect(await paymentsOf(opened.caseNo)).toMatchObject([{ kind: 'maternityAllowance', amountFen: 3_160_005 }]);
    expect(await printed(qdWindow, closed, 'settlementStatement')).toContain('31600.05元');
  });

  it('YT-8.5 begins by itself with the monthly settlement, once for a birth, and pays what is due by now', async () => {
    const person = applicant();
    const line = {
      line: 1,
      name: person.name,
      idNumber: person.idNumber,
      phone: person.phone,
      office: 'zhifu',
      bornOn: '2026-01-10',
      settledOn: '2026-01-20',
      entitledFrom: '2026-01-10',
      entitledDays: 158,
      monthlyBaseFen: 600_000,
    };
    const list = (no: string) => ({
      listNo: no,
      kind: 'maternitySettlement',
      toAgency: '370600',
      department: '生育医疗费月结算',
      issuedOn: '2026-01-31',
      lines: [line],
    });
    const no = listNo();
    const first = await pushed<{ opened: number }>('POST', '/api/exchange/lists', list(no));
    expect(first.status).toBe(202);
    const answered = await pushed<{ answers: { caseNo: string }[] }>('GET', `/api/exchange/lists/${no}`);
    const caseNo = answered.body.answers[0]!.caseNo;
    const closed = await window.waitFor(caseNo, 'the months that have passed', isConcluded, 60);
    expect(closed.channel).toBe('pushed');
    const paid = await paymentsOf(caseNo);
    expect(paid.map(({ amountFen }) => amountFen)).toEqual([1_000_000, 620_000, 600_000, 620_000, 320_000]);
    expect(await printed(window, closed, 'settlementStatement')).toContain('31600.00元');
    expect(await printed(window, closed, 'paymentNotice')).toContain('2026年6月');
    const again = listNo();
    await pushed('POST', '/api/exchange/lists', list(again));
    const second = await pushed<{ answers: { state: string; reason: string }[] }>(
      'GET',
      `/api/exchange/lists/${again}`,
    );
    expect(second.body.answers[0]).toMatchObject({ state: 'refused' });
    expect(second.body.answers[0]!.reason).toContain(caseNo);
  });

  it('YT-8.5 after a birth elsewhere waits for the month’s end, and its limit is the last day of the next month', async () => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const { caseNo } = caseOf(
      await window.open({
        itemCode: 'YT-8.5',
        officeId: 'laiyang',
        channel: 'window',
        variant: 'elsewhere',
        applicant: applicant(),
        form: { bornOn: today, settledOn: today, payTo: 'socialSecurityCard' },
        materials: [],
        acceptNow: true,
      }),
    );
    const assessed = await reviewer.act(caseNo, 'assess', {
      input: { entitledFrom: today, entitledDays: 98, monthlyBaseFen: 512_345 },
    });
    expect(assessed.whoseTurn.kind).toBe('time');
    const limit = clockOf(assessed, 'firstPayment');
    expect([limit.state, limit.startedOn]).toEqual(['running', today]);
    expect(await paymentsOf(caseNo)).toEqual([]);
  });
});
