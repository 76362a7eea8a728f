import { CASE_QUEUE, CASE_WORKFLOW, caseWorkflowId, type CaseState } from '@due-process/contracts';
import { clerks, type Clerk } from '../support/clerk';
import { addDays } from '../support/days';
import { today } from '../support/deadlines';
import { delivery, pass, publish, registered as institution } from '../support/designation';
import { runMinute } from '../support/operations';
import { sandbox } from '../support/sandbox';
import { checked, figures, offerOf, repair, shownAs } from '../support/supervision';
import { holdWrites, query, restore, withTemporal } from '../support/system';
import { hasTask, information, isConcluded, JINAN, open, QINGDAO, SUZHOU } from '../support/transfers';
import { until } from '../support/until';
import { clockOf, problemOf, type CaseView } from '../support/views';

/**
 * Each scene has a case of its own, so that they are played side by side: most of each is waiting for the sweep. Whoever plays has signed in and met the
 * system before they begin.
 */
let window: Clerk, finance: Clerk, supervisor: Clerk, leader: Clerk, head: Clerk;
beforeAll(async () => {
  [window, finance, supervisor, leader, head] = await clerks(
    'yt-window',
    'yt-finance',
    'yt-supervise',
    'yt-leader',
    'yt-head',
  );
  await clerks('qd-window', 'qd-review', 'qd-head', 'qd-supervise');
  await until('a first case', registered, () => true, 90);
  await withTemporal((client) => client.workflowService.getSystemInfo({}));
});
afterAll(async () => {
  await sandbox.noFaults();
  await restore();
  console.info(figures.join('\n'));
});

const registered = () => open(window, 'YT-2.2', { place: JINAN });

/** A transfer at the moment in which the fund is asked to pay. */
async function paying(): Promise<CaseView> {
  const view = await open(window, 'YT-2.2', { place: JINAN, acceptNow: true });
  await window.waitFor(view.caseNo, 'contact letter', hasTask('prepareInformationForm'), 60);
  await window.act(view.caseNo, 'sendInformationForm', { input: information });
  return finance.act(view.caseNo, 'settleAccount', { input: { treatment: 'transfer', amountFen: 598_743 } });
}

/** A run of the same number whose pinned rules have lost a stage: its story throws as soon as it comes there. */
async function breakRun(caseNo: string, stage: string): Promise<void> {
  await withTemporal(async (client) => {
    const state = await client.workflow.getHandle(caseWorkflowId(caseNo)).query<CaseState>('state');
    const rules = { ...state.rules, stages: state.rules.stages.filter(({ id }) => id !== stage) };
    const run = await client.workflow.start(CASE_WORKFLOW, {
      workflowId: caseWorkflowId(caseNo),
      taskQueue: CASE_QUEUE,
      args: [{ caseNo, rules, calendar: state.calendar, state: { ...state, rules } }],
      workflowIdConflictPolicy: 'TERMINATE_EXISTING',
      workflowTaskTimeout: '5s',
    });
    await run.query('state');
  });
}

describe('each class happens on the running system', () => {
  it.concurrent(
    'an outside system that only takes long is an activity that runs; one that fails is retried, and goes on at once by “retry now”',
    async () => {
      await sandbox.faults('fund', { slowMs: 6000 });
      const slow = await paying();
      expect((await shownAs(supervisor, slow.caseNo, 'activityRunning', 7)).causeWords).toBe('系统正在办理');
      await window.waitFor(slow.caseNo, 'concluded', isConcluded, 60);
      await sandbox.faults('fund', { status500: 'always' });
      const { caseNo } = await paying();
      const seen = await shownAs(supervisor, caseNo, 'retrying');
      expect(seen.causeWords).toContain('系统原因滞留：外部系统出错');
      expect(seen.detail).toMatch(/^settleAccount OUTSIDE_FAILED ×\d+$/);
      expect(offerOf(seen, 'returnInput')).toMatchObject({ allowed: false });
      expect(offerOf(seen, 'rebuild').reason?.detail).toBe('流程运行正常，无需重建');
      await until(
        'long waits between attempts',
        () => query<{ attempt: number }>('select attempt from trouble where case_no = $1', [caseNo]),
        ([row]) => (row?.attempt ?? 0) >= 4,
        60,
      );
      await sandbox.noFaults();
      const began = Date.now();
      const { body } = await repair(supervisor, caseNo, 'retryNow');
      await window.waitFor(caseNo, 'concluded', isConcluded, 20);
      expect(Date.now() - began).toBeLessThan(16_000);
      expect((await checked(supervisor, caseNo, body.repairNo)).state).toBe('moved');
      expect((await window.timeline(caseNo)).some((entry) => entry.label === '督办修复')).toBe(true);
      expect((await sandbox.payments()).filter((one) => one.caseNo === caseNo)).toHaveLength(1);
    },
  );

  it.concurrent(
    'a run ended behind the system’s back is nobody’s turn, and is rebuilt from the journal where it stood',
    async () => {
      const { caseNo } = await registered();
      await window.act(caseNo, 'claim');
      await withTemporal((client) => client.workflow.getHandle(caseWorkflowId(caseNo)).terminate('by the test'));
      const seen = await shownAs(supervisor, caseNo, 'nobodysTurn');
      expect(seen.causeWords).toBe('系统原因滞留：流程已不在运行');
      expect(offerOf(seen, 'terminate').reason?.detail).toContain('请按办理记录重建');
      const { status, body } = await repair(supervisor, caseNo, 'rebuild', { alarmMinutes: 5 });
      expect([status, body.state]).toEqual([201, 'done']);
      expect((await checked(supervisor, caseNo, body.repairNo)).state).toBe('moved');
      expect((await window.act(caseNo, 'accept')).state).toBe('accepted');
    },
  );

  it.concurrent(
    'a story that throws is the worker’s, with its error; the run is rebuilt, and what was asked of it is done',
    async () => {
      const [clerk, eyes] = await clerks('qd-window', 'qd-supervise');
      const { caseNo } = await open(clerk, 'QD-3.1', { place: JINAN });
      const { version } = await clerk.act(caseNo, 'claim');
      await breakRun(caseNo, 'review');
      const lost = clerk.attempt(caseNo, 'accept', { version, key: `accept-${caseNo}` });
      const seen = await shownAs(eyes, caseNo, 'workerFailing');
      expect(seen.causeWords).toBe('系统原因滞留：办理程序出错');
      expect(seen.detail).toContain('no stage review in QD-3.1');
      const refused = await repair(eyes, caseNo, 'retryNow');
      expect([refused.status, problemOf(refused).code]).toEqual([409, 'REPAIR_NOT_POSSIBLE']);
      const { body } = await repair(eyes, caseNo, 'rebuild');
      expect((await checked(eyes, caseNo, body.repairNo)).state).toBe('moved');
      await lost;
      const again = await clerk.attempt(caseNo, 'accept', { version, key: `accept-${caseNo}` });
      expect([again.status, again.body.state]).toEqual([200, 'inReview']);
    },
  );

  it.concurrent('a journal that cannot be written leaves the projection behind, until it can', async () => {
    const { caseNo, version } = await registered();
    const held = await holdWrites(caseNo);
    const lost = window.attempt(caseNo, 'claim', { version });
    const seen = await shownAs(supervisor, caseNo, 'projectionBehind');
    expect(seen.causeWords).toBe('系统原因滞留：办理记录未能写入');
    await held.release();
    await lost;
    await shownAs(supervisor, caseNo, 'personsTurn', 120);
  });

  it.concurrent('a letter that is awaited is another agency’s turn', async () => {
    await sandbox.city(SUZHOU, { mode: 'silent' });
    const { caseNo } = await open(window, 'YT-2.2', { place: SUZHOU, acceptNow: true });
    expect((await shownAs(supervisor, caseNo, 'waitingForAgency', 20)).causeWords).toMatch(
      /^等待外地机构：《.+》，\d{4}-\d\d-\d\d 催询$/,
    );
    await sandbox.city(SUZHOU, { mode: 'normal' });
  });

  it.concurrent(
    '公示 waits for time: the words say for which and until which day, and nobody is held to act',
    async () => {
      const [clerk, reviewer, lead, eyes] = await clerks('qd-window', 'qd-review', 'qd-head', 'qd-supervise');
      await publish(lead, { kind: 'acceptancePlan', itemCodes: ['QD-9.1'], from: today(), to: today() });
      const { caseNo } = await institution(clerk, 'QD-9.1', {});
      await clerk.act(caseNo, 'accept');
      await reviewer.act(caseNo, 'confirmMaterials');
      await reviewer.act(caseNo, 'recordAssessment', { input: { ...pass, paperOn: today(), siteOn: today() } });
      await lead.act(caseNo, 'approveAssessment');
      const view = await clerk.act(caseNo, 'recordDelivery', { input: delivery });
      const { dueOn } = clockOf(view, 'publicNotice');
      const seen = await shownAs(eyes, caseNo, 'waitingForTime', 20);
      expect(seen.causeWords).toBe(`等待公示届满，至 ${dueOn}`);
      const { body } = await eyes.get<{ cases: { caseNo: string }[] }>(
        '/api/supervision/cases?class=personsTurn&cause=unclaimed&item=QD-9.1&limit=100',
      );
      expect(body.cases.map((one) => one.caseNo)).not.toContain(caseNo);
    },
  );

  it.concurrent(
    'work unclaimed past its rungs has reached the head, and a card by rule that the leader can withdraw but nobody delete',
    async () => {
      const { caseNo } = await open(window, 'YT-2.2', { place: QINGDAO, receivedAt: addDays(today(), -40) });
      expect((await shownAs(supervisor, caseNo, 'personsTurn', 10)).causeWords).toBe('无人认领');
      await runMinute();
      const orders = async () =>
        (
          await supervisor.get<{ orders: Record<string, unknown>[] }>(
            `/api/supervision/orders?caseNo=${caseNo}&open=false`,
          )
        ).body.orders;
      const [card] = await until('a card', orders, (rows) => rows.length > 0, 30);
      expect(card).toMatchObject({ rule: expect.stringMatching(/Late$/) as string, issuedBy: 'system' });
      const path = `/api/supervision/orders/${String(card?.orderNo)}/objection`;
      expect((await head.post(path, { objection: '系统补录的历史办件，并非经办人延误' })).status).toBe(200);
      expect((await head.post(path, { objection: '再次申辩' })).status).toBe(409);
      expect((await supervisor.post(`${path}/answer`, { withdraw: true, answer: '情况属实' })).status).toBe(403);
      const decided = await leader.post<{ withdrawnAt: string | null }>(`${path}/answer`, {
        withdraw: true,
        answer: '情况属实',
      });
      expect([decided.status, decided.body.withdrawnAt !== null]).toEqual([200, true]);
      await expect(query('delete from supervision_order where case_no = $1', [caseNo])).rejects.toThrow('permanent');
      await runMinute();
      expect((await orders()).length).toBeGreaterThan(0);
    },
  );
});

describe('two persons', () => {
  it('end a case as 异常终止: shown first, proposed by one, confirmed by another, told in the case', async () => {
    const { caseNo } = await registered();
    const tried = await supervisor.post<{ allowed: boolean; events: string[] }>(
      `/api/supervision/cases/${caseNo}/repairs/preview`,
      { kind: 'terminate', reason: '重复登记' },
    );
    expect([tried.body.allowed, tried.body.events.join('；')]).toEqual([true, expect.stringContaining('异常终止')]);
    expect((await window.case(caseNo)).outcome).toBeNull();
    const { body } = await repair(supervisor, caseNo, 'terminate', { reason: '重复登记' });
    expect(body.state).toBe('proposed');
    const alone = await supervisor.post(`/api/supervision/repairs/${body.repairNo}/confirm`);
    expect([alone.status, problemOf(alone).code]).toEqual([403, 'SECOND_PERSON_REQUIRED']);
    expect((await leader.post(`/api/supervision/repairs/${body.repairNo}/confirm`)).status).toBe(200);
    expect((await window.case(caseNo)).outcome).toBe('terminated');
    const told = (await window.timeline(caseNo)).find((entry) => entry.label === '督办修复');
    expect(told?.detail).toContain('异常终止：重复登记');
  });

  it('cannot do the same by going around the repair', async () => {
    const { caseNo } = await registered();
    const input = { kind: 'terminate', reason: 'r', proposedBy: 'somebody' };
    const around = await leader.attempt(caseNo, 'repair', { input });
    expect([around.status, (await window.case(caseNo)).outcome]).toEqual([409, null]);
  });
});
