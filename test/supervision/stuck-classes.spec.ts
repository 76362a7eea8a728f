import { CASE_QUEUE, CASE_WORKFLOW, caseWorkflowId, type CaseState } from '@due-process/contracts';
import { clerks, type Clerk } from '../support/clerk';
import { addDays } from '../support/days';
import { today } from '../support/deadlines';
import { runMinute } from '../support/operations';
import { sandbox } from '../support/sandbox';
import { checked, figures, offerOf, repair, shownAs, standing } from '../support/supervision';
import { control, holdWrites, query, restore, withTemporal } from '../support/system';
import { hasTask, information, isConcluded, JINAN, open, QINGDAO, SUZHOU } from '../support/transfers';
import { until } from '../support/until';
import { problemOf, type CaseView } from '../support/views';

let window: Clerk, finance: Clerk, supervisor: Clerk, leader: Clerk, head: Clerk;
beforeAll(async () => {
  [window, finance, supervisor, leader, head] = await clerks(
    'yt-window',
    'yt-finance',
    'yt-supervise',
    'yt-leader',
    'yt-head',
  );
});
afterEach(async () => {
  await restore();
  await sandbox.noFaults();
});
afterAll(() => console.info(figures.join('\n')));

const registered = () => open(window, 'YT-2.2', { place: JINAN });

/** A transfer at the moment in which the fund is asked to pay. */
async function paying(): Promise<CaseView> {
  const view = await open(window, 'YT-2.2', { place: JINAN, acceptNow: true });
  await window.waitFor(view.caseNo, 'contact letter', hasTask('prepareInformationForm'), 60);
  await window.act(view.caseNo, 'sendInformationForm', { input: information });
  return finance.act(view.caseNo, 'settleAccount', { input: { treatment: 'transfer', amountFen: 598_743 } });
}

describe('an outside system that fails', () => {
  it('stands on the board as retrying, in plain words, and goes on at once by “retry now” when it is back', async () => {
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
  });

  it('that only takes long is an activity that runs', async () => {
    await sandbox.faults('fund', { slowMs: 8000 });
    const { caseNo } = await paying();
    expect((await shownAs(supervisor, caseNo, 'activityRunning', 7)).causeWords).toBe('系统正在办理');
    await window.waitFor(caseNo, 'concluded', isConcluded, 60);
  });
});

describe('a run that nothing moves any more', () => {
  it('ended behind the system’s back is nobody’s turn, and is rebuilt from the journal where it stood', async () => {
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
  });

  it('whose task fails is the worker’s, waits for a release or is rebuilt', async () => {
    const { caseNo } = await registered();
    await breakRun(caseNo);
    const seen = await shownAs(supervisor, caseNo, 'workerFailing');
    expect(seen.causeWords).toBe('系统原因滞留：办理程序出错');
    expect(seen.detail).toContain('WORKFLOW_WORKER_UNHANDLED_FAILURE');
    expect(offerOf(seen, 'restartStep').reason?.detail).toContain('操作不能送达办件');
    const refused = await repair(supervisor, caseNo, 'retryNow');
    expect([refused.status, problemOf(refused).code]).toEqual([409, 'REPAIR_NOT_POSSIBLE']);
    expect((await repair(supervisor, caseNo, 'awaitRelease', { alarmMinutes: 1 })).status).toBe(201);
    expect((await standing(supervisor, caseNo)).class).toBe('underRepair');
    const { body } = await repairWhenShown(caseNo);
    expect((await checked(supervisor, caseNo, body.repairNo)).state).toBe('moved');
    expect((await window.act(caseNo, 'accept')).state).toBe('accepted');
  });

  /** A run of the same number whose story is in no release: every workflow task of it fails, as a bug in a story does. */
  async function breakRun(caseNo: string): Promise<void> {
    await withTemporal(async (client) => {
      const state = await client.workflow.getHandle(caseWorkflowId(caseNo)).query<CaseState>('state');
      const rules = { ...state.rules, story: 'inNoRelease' };
      await client.workflow.start(CASE_WORKFLOW, {
        workflowId: caseWorkflowId(caseNo),
        taskQueue: CASE_QUEUE,
        args: [{ caseNo, rules, calendar: state.calendar, state: { ...state, rules } }],
        workflowIdConflictPolicy: 'TERMINATE_EXISTING',
        workflowTaskTimeout: '5s',
      });
    });
  }

  /** The pause of the first repair is over after its minute; until then the board says under repair. */
  async function repairWhenShown(caseNo: string) {
    await shownAs(supervisor, caseNo, 'workerFailing', 90);
    return repair(supervisor, caseNo, 'rebuild');
  }
});

describe('parts of the system that stop', () => {
  it('no worker: every case is the system’s, within a minute, and none any more when it is back', async () => {
    const { caseNo } = await registered();
    await control('worker', 'kill');
    const seen = await shownAs(supervisor, caseNo, 'workerFailing');
    expect(seen.causeWords).toBe('系统原因滞留：办理进程未运行');
    const { body } = await supervisor.get<{ classes: { class: string; count: number }[] }>('/api/supervision/stuck');
    expect(body.classes.filter(({ class: id, count }) => id === 'personsTurn' && count > 0)).toEqual([]);
    await control('worker', 'start');
    await shownAs(supervisor, caseNo, 'personsTurn', 30);
  });

  it('a journal that cannot be written leaves the projection behind, until it can', async () => {
    const { caseNo, version } = await registered();
    const held = await holdWrites(caseNo);
    const lost = window.attempt(caseNo, 'claim', { version });
    const seen = await shownAs(supervisor, caseNo, 'projectionBehind');
    expect(seen.causeWords).toBe('系统原因滞留：办理记录未能写入');
    await held.release();
    await lost;
    await shownAs(supervisor, caseNo, 'personsTurn', 120);
  });
});

describe('a case that waits as the law foresees', () => {
  it('is another agency’s turn while its letter is awaited', async () => {
    await sandbox.city(SUZHOU, { mode: 'silent' });
    const { caseNo } = await open(window, 'YT-2.2', { place: SUZHOU, acceptNow: true });
    expect((await shownAs(supervisor, caseNo, 'waitingForAgency', 20)).causeWords).toBe('等待外地机构');
    await sandbox.city(SUZHOU, { mode: 'normal' });
  });

  it('unclaimed past its rungs has reached the head, and a card by rule that the leader can withdraw but nobody delete', async () => {
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
  });
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
