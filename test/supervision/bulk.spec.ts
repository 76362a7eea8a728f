import { clerks, type Clerk } from '../support/clerk';
import { control, query } from '../support/system';
import { JINAN, open } from '../support/transfers';
import { until } from '../support/until';
import { problemOf } from '../support/views';

interface Run {
  id: string;
  kind: string;
  state: string;
  total: number;
  pending: number;
  done: number;
  failed: number;
  skipped: number;
  undoable: boolean;
  lines: { caseNo: string; state: string; code: string | null; detail: string | null }[];
}

let window: Clerk, head: Clerk, supervisor: Clerk;
let caseNos: string[];
beforeAll(async () => {
  [window, head, supervisor] = await clerks('yt-window', 'yt-head', 'yt-supervise');
  caseNos = [];
  const lane = async (): Promise<void> => {
    for (let n = 0; n < 10; n++) {
      const { caseNo } = await open(window, 'YT-2.2', { place: JINAN });
      await window.act(caseNo, 'claim');
      caseNos.push(caseNo);
    }
  };
  await Promise.all([lane(), lane(), lane()]);
});

const begin = async (clerk: Clerk, given: Record<string, unknown>): Promise<Run> => {
  const answer = await clerk.post<Run>('/api/supervision/bulk', {
    kind: 'handOver',
    reason: '周五离岗',
    to: 'yt-window2',
    select: { caseNos },
    ...given,
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const tell = (clerk: Clerk, { id }: Run, signal: string) => clerk.post<Run>(`/api/supervision/bulk/${id}/${signal}`);
const show = async ({ id }: Run): Promise<Run> => (await supervisor.get<Run>(`/api/supervision/bulk/${id}`)).body;
const ended = (run: Run) =>
  until(
    'the run ends',
    () => show(run),
    (seen) => seen.state === 'finished',
    60,
  );
const holders = async (): Promise<string[]> =>
  (
    await query<{ assignee: string }>(
      'select distinct coalesce(assignee, unit) as assignee from case_file where case_no = any($1) order by 1',
      [caseNos],
    )
  ).map(({ assignee }) => assignee);

describe('“this person leaves on Friday”', () => {
  let run: Run;

  it('is previewed and does nothing before it is confirmed', async () => {
    run = await begin(supervisor, {});
    expect(run).toMatchObject({ state: 'previewed', total: 30, pending: 30, done: 0 });
    expect(await holders()).toEqual(['yt-window']);
  });

  it('hands over case by case, through a worker that is killed in the middle', async () => {
    await tell(supervisor, run, 'confirm');
    await until(
      'some are done',
      () => show(run),
      (seen) => seen.done > 0,
    );
    await control('worker', 'kill');
    await control('worker', 'start');
    expect(await ended(run)).toMatchObject({ done: 30, failed: 0, skipped: 0, undoable: true });
    expect(await holders()).toEqual(['yt-window2']);
    const told = (await window.timeline(caseNos[0] ?? '')).filter((entry) => entry.type === 'taskHandedOver');
    expect([told.length, told[0]?.detail]).toEqual([1, expect.stringContaining('周五离岗')]);
  });

  it('skips what needs nothing any more, and says why', async () => {
    const again = await begin(supervisor, {});
    await tell(supervisor, again, 'confirm');
    const seen = await ended(again);
    expect([seen.skipped, seen.lines[0]?.detail]).toEqual([30, '已由此人办理']);
  });

  it('is taken back as a run of its own, but not where somebody has gone on since', async () => {
    const gone = caseNos[0] ?? '';
    const [second] = await clerks('yt-window2');
    await second.act(gone, 'handOver', { input: { to: 'yt-head' } }).catch(() => second.act(gone, 'release'));
    const { body: undo } = await tell(supervisor, run, 'undo');
    expect(undo).toMatchObject({ kind: 'undo', state: 'previewed', total: 30 });
    await tell(supervisor, undo, 'confirm');
    const seen = await ended(undo);
    expect([seen.done, seen.skipped]).toEqual([29, 1]);
    expect(seen.lines.find((line) => line.caseNo === gone)?.detail).toBe('已由他人接办，不再退回');
  });
});

describe('a bulk run', () => {
  it('reports what each case refused, and runs the failures again', async () => {
    const run = await begin(supervisor, { to: 'yt-finance', reason: '试转' });
    await tell(supervisor, run, 'confirm');
    const seen = await ended(run);
    expect(seen.done).toBe(0);
    expect(seen.lines[0]).toMatchObject({ state: 'failed', code: 'TASK_ASSIGNEE_INVALID' });
    const again = await tell(supervisor, run, 'retry');
    expect([again.status, again.body.state]).toEqual([200, 'running']);
    expect((await ended(run)).failed).toBe(seen.failed);
  });

  it('is paused, goes on, and is cancelled where it stands', async () => {
    const run = await begin(supervisor, { kind: 'remind', reason: '请尽快办理', to: undefined });
    expect(problemOf(await tell(supervisor, run, 'pause')).code).toBe('BULK_STATE');
    await tell(supervisor, run, 'cancel');
    expect((await show(run)).state).toBe('cancelled');
    expect(problemOf(await tell(supervisor, run, 'confirm')).code).toBe('BULK_STATE');
  });

  it('is the supervisors’ and the head’s alone, and never another agency’s to see', async () => {
    const run = await begin(head, { kind: 'remind', reason: '请尽快办理', to: undefined });
    const [elsewhere] = await clerks('qd-supervise');
    expect(problemOf(await elsewhere.get(`/api/supervision/bulk/${run.id}`)).code).toBe('BULK_UNKNOWN');
    expect((await window.post('/api/supervision/bulk', { kind: 'remind' })).status).toBe(403);
  });
});
