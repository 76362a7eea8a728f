import { clerks, type Clerk } from '../support/clerk';
import { demoCitizen, somebody } from '../support/persons';
import { printed } from '../support/printed';
import { sandbox } from '../support/sandbox';
import { isConcluded } from '../support/transfers';
import { caseOf, clockOf, documentsOf, problemOf, type CaseView } from '../support/views';

/** 异地就医备案 (YT-5.1 to YT-5.5, QD-4.1, QD-4.2) and 持卡联网结算 (YT-4). */
let window: Clerk, reviewer: Clerk, citizen: Clerk, hospital: Clerk, other: Clerk, qingdao: Clerk, station: Clerk;

beforeAll(async () => {
  await sandbox.noFaults();
  [window, reviewer, citizen, hospital, other, qingdao, station] = await clerks(
    'yt-window',
    'yt-review',
    'person-demo',
    'inst-demo',
    'agent-hospital-demo',
    'qd-window',
    'qd-station-demo',
  );
});
afterAll(() => sandbox.noFaults());

const SHANGHAI = '310000';
const JINAN = '370100';
const application = (itemCode: string, given: Record<string, unknown> = {}) => ({
  itemCode,
  officeId: itemCode.startsWith('YT') ? 'laishan' : 'shibei',
  channel: 'window',
  applicant: { ...somebody('吕㙓'), kind: 'employee' },
  materials: [],
  acceptNow: true,
  ...given,
});
const residence = (given: Record<string, unknown> = {}) => ({
  otherPlace: SHANGHAI,
  filingHospital: '上海市第一人民医院（南部）',
  expectedStay: 'atLeastHalfYear',
  handler: 'self',
  ...given,
});
const entered = async ({ caseNo }: CaseView) =>
  (await sandbox.transfers()).filter((one) => one.caseNo === caseNo) as unknown as {
    kind: string;
    data: Record<string, unknown>;
  }[];
const filedCase = (clerk: Clerk, { caseNo }: CaseView) => clerk.waitFor(caseNo, 'filed', isConcluded);

describe('somebody who lives elsewhere files', () => {
  it('YT-5.1 at the counter: entered in the platform with hospital and validity, the form printed', async () => {
    const opened = caseOf(
      await window.open(
        application('YT-5.1', { form: residence(), materials: ['identityCard', 'residencePermitReceipt'] }),
      ),
    );
    const done = await filedCase(window, opened);
    expect(await entered(done)).toEqual([
      expect.objectContaining({
        kind: 'outOfTownFiling',
        data: expect.objectContaining({ filingKind: 'retireeSettled', place: SHANGHAI, placeName: '上海市' }),
      }),
    ]);
    const form = await printed(window, done, 'residenceFilingForm');
    for (const said of ['烟台市异地居住就医登记备案表', '上海市第一人民医院（南部）', '变更或取消前有效', '吕㙓'])
      expect(form).toContain(said);
    expect(done.outcomeReason).toContain('备案医院所属地区的国家平台联网医院皆为住院定点医院');
  });

  it('YT-5.2 with a promise: concluded at once, owed afterwards, kept when the paper comes', async () => {
    const opened = caseOf(
      await window.open(
        application('YT-5.2', {
          form: residence(),
          materials: [{ id: 'identityCard' }, { id: 'residenceProof', status: 'promised' }],
        }),
      ),
    );
    const done = await filedCase(window, opened);
    expect([done.state, done.ended]).toEqual(['concluded', false]);
    expect(clockOf(done, 'commitment')).toMatchObject({ state: 'running', startedOn: done.concludedOn });
    const kept = await window.act(done.caseNo, 'receivePromised', { input: { materials: ['outsideHouseholdProof'] } });
    expect(clockOf(kept, 'commitment').state).toBe('met');
  });

  it('YT-5.3 neither brought nor promised is told once; a proxy is named; a short stay is a warning and no refusal', async () => {
    const form = residence({
      expectedStay: 'lessThanHalfYear',
      handler: 'agent',
      agentName: '王强',
      agentIdNumber: somebody().idNumber,
    });
    const bare = caseOf(await window.open(application('YT-5.3', { form, materials: ['socialSecurityCard'] })));
    expect(problemOf(await window.attempt(bare.caseNo, 'accept')).detail).toBe('缺少：单位派出证明或异地工作单位证明');
    const stay = bare.facts.find((one) => one.id === 'stayLongEnough');
    expect([stay?.holds, stay?.detail]).toEqual([true, expect.stringContaining('不足 6 个月的仍可备案')]);
    await window.act(bare.caseNo, 'requestSupplement');
    await window.act(bare.caseNo, 'receiveSupplement', { input: { materials: ['outsideEmployerProof'] } });
    await window.act(bare.caseNo, 'accept');
    const done = await filedCase(window, bare);
    expect(await printed(window, done, 'residenceFilingForm')).toContain('代办人');
  });

  it('YT-5.1 online is the person’s own work, without a paper and without a clerk', async () => {
    const opened = caseOf(
      await citizen.open(application('YT-5.1', { channel: 'wechat', applicant: demoCitizen, form: residence() })),
    );
    expect(opened.materials).toEqual([]);
    await filedCase(window, opened);
  });

  it('comes back to the window when the platform refuses it, and is entered again', async () => {
    await sandbox.faults('core', { rejected: 1 });
    const opened = caseOf(
      await window.open(
        application('YT-5.2', { form: residence(), materials: ['identityCard', 'outsideHouseholdProof'] }),
      ),
    );
    await window.waitFor(opened.caseNo, 'sent back', (view) => view.stage === '核心平台退回更正');
    await window.act(opened.caseNo, 'resubmit', { input: { correction: '已核对备案医院名称' } });
    expect(await entered(await filedCase(window, opened))).toHaveLength(1);
  });

  it('is refused for a place in the own city, with that reason on paper', async () => {
    const opened = caseOf(
      await window.open(
        application('YT-5.1', {
          form: residence({ otherPlace: '370600' }),
          materials: ['identityCard', 'residencePermitReceipt'],
        }),
      ),
    );
    expect(opened.state).toBe('received');
    const closed = await window.act(opened.caseNo, 'refuse', { input: { reason: '本市就医' } });
    expect(await printed(window, closed, 'nonAcceptanceNotice')).toContain('备案地应在烟台市以外');
  });
});

describe('a hospital refers a patient (YT-5.4)', () => {
  const referral = (given: Record<string, unknown> = {}) =>
    application('YT-5.4', {
      channel: 'hospital',
      form: {
        referralHospital: 'inst-org',
        otherPlace: '110000',
        filingHospital: '北京协和医院',
        diagnosis: '复杂先天性心脏病',
        handler: 'self',
        ...given,
      },
    });

  it('gives its opinion, uploads at once and prints the form; the agency has no part in it', async () => {
    const opened = caseOf(await hospital.open(referral()));
    expect(opened.stage).toBe('出具转诊意见');
    expect(problemOf(await window.attempt(opened.caseNo, 'giveOpinion')).status).toBe(403);
    await hospital.act(opened.caseNo, 'giveOpinion', {
      input: { opinion: '限于本地技术条件，同意转诊', physician: '刘洋' },
    });
    const done = await filedCase(window, opened);
    const form = await printed(hospital, done, 'referralFilingForm');
    for (const said of ['烟台市异地转诊登记备案表', '同意转诊', '北京协和医院', '复杂先天性心脏病'])
      expect(form).toContain(said);
  });

  it('declines what it can treat itself', async () => {
    const opened = caseOf(await hospital.open(referral()));
    const ended = await hospital.act(opened.caseNo, 'reject', { input: { reason: '本院可以治疗' } });
    expect([ended.state, documentsOf(ended)]).toEqual(['rejected', expect.arrayContaining(['rejectionDecision'])]);
  });

  it('is not open to a hospital outside the directory, nor to the window', async () => {
    const refused = problemOf(await other.open(referral({ referralHospital: 'agent-hospital-org' })));
    expect([refused.status, refused.code]).toEqual([422, 'ADMISSION_NOT_LISTED']);
    expect(refused.detail).toContain('烟台演示代传医院不在《烟台市基本医疗保险异地转出医院目录》内');
    expect((await window.open(referral())).status).toBe(403);
  });
});

describe('an emergency elsewhere (YT-5.5)', () => {
  const form = {
    otherPlace: '110000',
    filingHospital: '北京朝阳医院',
    emergencyOn: '2026-03-01',
    admittedOn: '2026-03-01',
    diagnosis: '急性心肌梗死',
    handler: 'self',
  };

  it('is reviewed and filed, from the counter and online, each with its own papers', async () => {
    const online = caseOf(
      await citizen.open(
        application('YT-5.5', {
          channel: 'online',
          form,
          acceptNow: false,
          materials: ['identityPhoto', 'emergencyRecordPhoto', 'admissionFirstPagePhoto', 'examinationPhotos'],
        }),
      ),
    );
    expect(online.materials.map((one) => one.id)).not.toContain('emergencyRecord');
    await window.act(online.caseNo, 'accept');
    await reviewer.act(online.caseNo, 'approve', { input: { opinion: '符合异地急诊条件' } });
    const done = await filedCase(window, online);
    expect(await printed(window, done, 'emergencyReviewForm')).toContain('急诊审核登记表');
  });

  it('that was none leads to the reimbursement of 6.3', async () => {
    const opened = caseOf(
      await window.open(
        application('YT-5.5', { form, materials: ['identityCard', 'emergencyRecord', 'admissionRecordCopy'] }),
      ),
    );
    const ended = await reviewer.act(opened.caseNo, 'reject', { input: { reason: '为择期手术' } });
    expect(ended.outcomeReason).toContain('YT-6.3');
    const decision = await printed(window, ended, 'rejectionDecision');
    for (const said of ['为择期手术', '未按规定办理异地就医登记备案手续费用手工报销']) expect(decision).toContain(said);
  });
});

describe('青岛 files', () => {
  it('QD-4.1 at the window, at a work station and by oneself, with its effect in words', async () => {
    const form = { otherPlace: JINAN, expectedStay: 'atLeastHalfYear' };
    const cases = [
      caseOf(await qingdao.open(application('QD-4.1', { form }))),
      caseOf(await station.open(application('QD-4.1', { form, channel: 'workstation' }))),
      caseOf(await citizen.open(application('QD-4.1', { applicant: demoCitizen, form, channel: 'wechat' }))),
    ];
    for (const one of cases) {
      const done = await filedCase(qingdao, one);
      expect(await printed(qingdao, done, 'conclusionNotice')).toContain('可实现省内和跨省异地就医联网结算');
    }
  });

  it('QD-4.1 by the national programme only outside the province, and never for less than half a year', async () => {
    const channel = 'nationalMiniProgramme';
    const near = { otherPlace: JINAN, expectedStay: 'atLeastHalfYear' };
    const refused = caseOf(
      await citizen.open(application('QD-4.1', { applicant: demoCitizen, channel, form: near, acceptNow: false })),
    );
    expect(problemOf(await citizen.attempt(refused.caseNo, 'accept')).detail).toContain('仅限跨省备案');
    await citizen.act(refused.caseNo, 'cancelApplication', { input: { reason: '改办省外备案' } });
    const far = { otherPlace: SHANGHAI, expectedStay: 'atLeastHalfYear' };
    await filedCase(
      qingdao,
      caseOf(await citizen.open(application('QD-4.1', { applicant: demoCitizen, channel, form: far }))),
    );
    const short = { otherPlace: SHANGHAI, expectedStay: 'lessThanHalfYear' };
    const brief = caseOf(await qingdao.open(application('QD-4.1', { form: short })));
    expect(problemOf(await qingdao.attempt(brief.caseNo, 'accept')).detail).toContain('QD-4.2');
  });

  it('QD-4.2 by telephone and by fax with five things only', async () => {
    for (const channel of ['telephone', 'fax'] as const) {
      const body = application('QD-4.2', { channel, variant: 'travelling', form: { otherPlace: SHANGHAI } });
      const done = await filedCase(qingdao, caseOf(await qingdao.open(body)));
      expect(await printed(qingdao, done, 'conclusionNotice')).toContain('可实现跨省异地就医联网结算');
      expect((await entered(done))[0]?.data).toMatchObject({ filingKind: 'travelling', place: SHANGHAI });
    }
  });

  it('QD-4.2 has no effect inside the province and says so', async () => {
    const body = application('QD-4.2', { variant: 'hospitalTransfer', form: { otherPlace: JINAN } });
    const opened = caseOf(await qingdao.open(body));
    expect(problemOf(await qingdao.attempt(opened.caseNo, 'accept')).detail).toContain('备案城市应在省外');
  });
});

describe('the hospital settles at its counter (YT-4)', () => {
  const costs = { classAFen: 3_000_000, classBFen: 500_000, outsideFen: 80_000 };
  const visit = (given: Record<string, unknown> = {}, form: Record<string, unknown> = {}) =>
    application('YT-4', {
      channel: 'hospital',
      materials: ['socialSecurityCard'],
      form: { hospital: 'inst-org', visitKind: 'inpatient', dischargedOn: '2026-03-02', ...costs, ...form },
      ...given,
    });

  it('in three parts that make up the whole, for employees and residents by their own shares', async () => {
    const employee = await filedCase(window, caseOf(await hospital.open(visit())));
    const text = await printed(hospital, employee, 'settlementSheet');
    // 34 500 within the rules, less 600: basic 85 % = 28 815; 5 685 left: nothing above 15 000; supplementary 30 % = 1 705.50
    for (const said of ['35800.00元', '34500.00元', '28815.00元', '1705.50元', '5279.50元', '大病保险0.00元'])
      expect(text).toContain(said);
    const patient = { ...somebody(), kind: 'resident' };
    const resident = await filedCase(
      window,
      caseOf(await hospital.open(visit({ applicant: patient }, { classAFen: 8_000_000 }))),
    );
    // 84 500 within the rules, less 500: basic 70 % = 58 800; 25 700 left, 13 700 above 12 000: 60 % = 8 220
    const sheet = await printed(hospital, resident, 'settlementSheet');
    for (const said of ['居民', '58800.00元', '大病保险8220.00元', '补充医疗保险0.00元']) expect(sheet).toContain(said);
  });

  it('comes back when it cannot be settled: corrected and settled, or left with the reason and the other way', async () => {
    const nothing = { classAFen: 0, classBFen: 0, outsideFen: 50_000 };
    const wrong = caseOf(await hospital.open(visit({}, nothing)));
    await hospital.waitFor(wrong.caseNo, 'sent back', (view) => view.stage === '联网结算未成');
    await hospital.act(wrong.caseNo, 'resubmit', { input: costs });
    expect(documentsOf(await filedCase(window, wrong))).toContain('settlementSheet');
    const hopeless = caseOf(await hospital.open(visit({}, nothing)));
    await hospital.waitFor(hopeless.caseNo, 'sent back', (view) => view.stage === '联网结算未成');
    const ended = await hospital.act(hopeless.caseNo, 'reject', { input: { reason: '没有符合规定的费用' } });
    expect([ended.state, ended.outcomeReason]).toEqual(['rejected', expect.stringContaining('手工报销')]);
  });

  it('not for somebody who is not insured now', async () => {
    const patient = { ...somebody(), kind: 'employee' };
    await sandbox.enrolment({ idNumber: patient.idNumber, region: '370600', status: 'suspended' });
    const opened = caseOf(await hospital.open(visit({ applicant: patient })));
    expect(problemOf(await hospital.attempt(opened.caseNo, 'accept')).code).toBe('FACT_NOT_SATISFIED');
    const closed = await hospital.act(opened.caseNo, 'refuse', { input: { reason: '请先核实参保' } });
    expect(closed.outcomeReason).toContain('参保状态不正常');
  });
});
