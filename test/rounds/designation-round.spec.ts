import { pagesOf } from '@due-process/documents';
import { OPERATIONS_QUEUE, roundWorkflowId } from '@due-process/contracts';
import { randomUUID } from 'node:crypto';
import { clerks, type Clerk } from '../support/clerk';
import { fail, hospital, pass, publish, register, signed, terms, yantaiPapers } from '../support/designation';
import { control, query, restore, withTemporal } from '../support/system';
import { until } from '../support/until';
import { clockOf, documentsOf, problemOf, caseOf, type CaseView } from '../support/views';

/**
 * 烟台's rounds (YT-10.1 四, 六) over HTTP: many applications carried through assessment, public notice and list together, one's trouble holding up no
 * other. The rounds of these tests lie in the past, so that all their days have come.
 */
let window: Clerk, reviewer: Clerk, head: Clerk, leader: Clerk;
beforeAll(async () => {
  [window, reviewer, head, leader] = await clerks('yt-window', 'yt-review', 'yt-head', 'yt-leader');
});
afterEach(() => restore());

const at = (occurredOn: string, input: Record<string, unknown> = {}) => ({ occurredOn, input });
const stage = (id: string) => (view: CaseView) => view.tasks.some((task) => task.stage === id);

interface Round {
  id: string;
  step: string | null;
  state: string;
  admitted: number;
  cases: { caseNo: string; outcome: string | null; told: string[] }[];
}
const roundOf = async (id: string): Promise<Round> => (await head.get<Round>(`/api/acceptance-windows/${id}`)).body;

/** Runs what the schedule runs every ten minutes, now. */
const keepRounds = () =>
  withTemporal((client) =>
    client.workflow.execute('keepRounds', {
      workflowId: `test-rounds-${randomUUID()}`,
      taskQueue: OPERATIONS_QUEUE,
      args: [],
    }),
  );

const advance = async (id: string): Promise<void> => {
  const { status, body } = await head.ask('POST', `/api/acceptance-windows/${id}/advance`);
  if (status !== 202) throw new Error(JSON.stringify(body));
};

/** A round of the past: applications in one month, notice and list in the two that follow. */
const past = (from: string, to: string, noticeOn: string, listOn: string) => ({
  kind: 'designationRound',
  itemCodes: ['YT-10.1'],
  from,
  to,
  noticeOn,
  listOn,
});

describe('a round', () => {
  let round: { id: string };
  const cases: CaseView[] = [];

  it('keeps what comes before it, if the applicant agrees, and refuses it with the dates otherwise', async () => {
    round = await publish(head, past('2025-03-03', '2025-03-31', '2025-04-15', '2025-05-12'));
    const refused = problemOf(await register(window, 'YT-10.1', { receivedAt: '2025-02-10' }));
    expect([refused.code, refused.detail]).toEqual([
      'ADMISSION_OUTSIDE_PERIOD',
      expect.stringContaining('2025-03-03 至 2025-03-31'),
    ]);
    const form = { forProfit: false, keepForNextRound: true };
    const kept = caseOf(await register(window, 'YT-10.1', { receivedAt: '2025-02-10', form }));
    cases.push(await window.act(kept.caseNo, 'accept', at('2025-02-10')));
    expect(cases[0]?.tasks).toEqual([]);
    expect((await roundOf(round.id)).cases).toEqual([]);
  });

  it('carries its applications together; the slow and the disputed hold up nobody', async () => {
    for (const receivedAt of ['2025-03-05', '2025-03-10', '2025-03-31']) {
      const view = caseOf(await register(window, 'YT-10.1', { receivedAt }));
      cases.push(await window.act(view.caseNo, 'accept', at(receivedAt)));
    }
    await keepRounds();
    const [kept, quick, failing, slow] = cases.map(({ caseNo }) => caseNo) as [string, string, string, string];
    const assessing = await Promise.all(
      cases.map(({ caseNo }) => reviewer.waitFor(caseNo, 'assessment opens', stage('assess'), 110)),
    );
    expect(assessing.map((view) => view.tasks[0]?.openedOn)).toEqual(cases.map(() => '2025-04-01'));
    const told = await until(
      'all days of the round have come',
      () => roundOf(round.id),
      ({ step, cases: all }) => step === 'list' && all.every((one) => one.told.length === 3),
      60,
    );
    expect(told.admitted).toBe(4);

    for (const [caseNo, result] of [
      [kept, pass],
      [quick, pass],
      [failing, fail],
    ] as const) {
      await reviewer.act(caseNo, 'recordAssessment', at('2025-04-09', result));
      await head.act(caseNo, 'approveAssessment', at('2025-04-10'));
    }
    const out = await window.case(failing);
    expect([out.outcome, documentsOf(out)]).toEqual([
      'rejected',
      expect.arrayContaining(['assessmentNotice', 'rejectionDecision']),
    ]);
    for (const caseNo of [kept, quick]) {
      const talks = await reviewer.waitFor(caseNo, 'notice is over', stage('negotiate'));
      // 批次 4月15日公示：16、17、18日 3 天，21、22日第 5 天
      expect(clockOf(talks, 'publicNotice')).toMatchObject({
        startedOn: '2025-04-15',
        dueOn: '2025-04-22',
        state: 'met',
      });
    }
    await reviewer.act(quick, 'agreeTerms', at('2025-04-25', terms));
    const signedView = await window.act(quick, 'signAgreement', at('2025-04-28', signed));
    expect(signedView.tasks.map((task) => task.stage).sort()).toEqual(['checkReadiness', 'train']);
    await reviewer.act(quick, 'recordTraining', at('2025-04-29', { participants: 5 }));
    await reviewer.act(quick, 'failReadiness', at('2025-04-29', { reason: '结算接口未通' }));
    await reviewer.act(quick, 'passReadiness', at('2025-05-13'));
    const done = await reviewer.waitFor(quick, 'it is in the list', ({ outcome }) => outcome !== null);
    expect([done.outcome, documentsOf(done)]).toEqual([
      'completed',
      expect.arrayContaining(['publicNotice', 'agreement', 'designatedList', 'conclusionNotice']),
    ]);
    for (const { documentNo } of done.documents)
      expect((await window.get(`/api/cases/${quick}/documents/${documentNo}.pdf`)).status).toBe(200);
    const list = pagesOf(await window.file(`/api/acceptance-windows/${round.id}/list.pdf`)).join('');
    expect(list).toContain('定点医药机构名单');
    expect(list.match(/医疗机构/g)?.length).toBeGreaterThan(0);
    expect(list.match(/2026-06-01至2027-05-31/g)).toHaveLength(1);

    await reviewer.act(kept, 'failTalks', at('2025-05-20', { reason: '审核结算办法未能达成一致' }));
    expect((await window.case(slow)).tasks.map((task) => task.stage)).toEqual(['assess']);
    await head.act(slow, 'terminate', { input: { reason: '机构已注销' } });
  }, 300_000);

  it('is over when the last of them is, and cannot be withdrawn once it has begun', async () => {
    const refused = await head.ask('POST', `/api/acceptance-windows/${round.id}/withdraw`, {
      body: { reason: '不办了' },
    });
    expect(problemOf(refused).code).toBe('WINDOW_STATE');
    await advance(round.id);
    const over = await until(
      'the round is over',
      () => roundOf(round.id),
      ({ step }) => step === 'finished',
    );
    expect(over.cases.map(({ outcome }) => outcome).sort()).toEqual([
      'completed',
      'rejected',
      'rejected',
      'terminated',
    ]);
  });
});

describe('a year with too few rounds', () => {
  it('is told to the leader once, while there is time', async () => {
    await query(`update acceptance_window set withdrawn_at = now() where id like 'demo-yt-round-%'`);
    try {
      await keepRounds();
      await keepRounds();
      const { body } = await leader.get<{ messages: { kind: string; text: string }[] }>('/api/inbox?limit=100');
      const month = Number(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(5, 7));
      const warned = body.messages.filter(({ kind }) => kind === 'roundsMissing');
      expect(warned.map(({ text }) => text.includes('原则上一年不少于 2 次'))).toEqual(month > 6 ? [true] : []);
    } finally {
      await query(`update acceptance_window set withdrawn_at = null where id like 'demo-yt-round-%'`);
    }
  });
});

describe('a round of many applications while the worker is killed twice', () => {
  // A hundred at every run; ROUND_SIZE=300 is the size of a real city's.
  const size = Number(process.env.ROUND_SIZE ?? 100);
  const lanes = 8;
  const numbers: string[] = [];

  /** Every one by several clerks at once; an answer that did not come is asked for again under its own key, as docs/http.md says. */
  async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
    const left = [...items];
    const lane = async (): Promise<void> => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  }

  async function act(clerk: Clerk, caseNo: string, action: string, given: ReturnType<typeof at>): Promise<void> {
    const key = randomUUID();
    const { version } = await until(
      'the case is there',
      () => clerk.case(caseNo),
      () => true,
      240,
    );
    const answer = await until(
      `${action} is answered`,
      () => clerk.attempt(caseNo, action, { ...given, key, version }),
      ({ status }) => status < 500,
      240,
    );
    caseOf(answer);
  }

  async function killWorkerFor(ms: number): Promise<void> {
    await control('worker', 'kill');
    await new Promise((resolve) => setTimeout(resolve, ms));
    await control('worker', 'start');
  }

  it('loses nothing and does nothing twice, and every application comes to its end', async () => {
    const { id } = await publish(head, past('2024-06-03', '2024-06-28', '2024-08-01', '2024-09-02'));
    const all = Array.from({ length: size }, (_, at_) => at_);
    await each(all, async (n) => {
      const body = {
        itemCode: 'YT-10.1',
        officeId: 'zhifu',
        channel: 'window',
        applicant: hospital(`演示医院${n}`),
        form: { forProfit: false },
        materials: yantaiPapers,
        receivedAt: '2024-06-10',
        acceptNow: true,
      };
      const key = randomUUID();
      const answer = await until(
        'registered',
        () => window.open(body, key),
        ({ status }) => status < 500,
        240,
      );
      numbers.push(caseOf(answer).caseNo);
    });
    expect((await roundOf(id)).admitted).toBe(size);

    await advance(id);
    const told = () => roundOf(id).then(({ cases }) => cases.filter((one) => one.told.includes('assessment')).length);
    await until('telling has begun', told, (count) => count > 20, 60);
    await killWorkerFor(2000);
    const allTold = await until(
      'all are told',
      () => roundOf(id),
      ({ cases }) => cases.every((one) => one.told.length === 3),
      240,
    );
    expect(allTold.cases).toHaveLength(size);

    const passing = numbers.filter((_, n) => n % 10 === 0);
    const work = each(numbers, async (caseNo) => {
      await act(reviewer, caseNo, 'recordAssessment', at('2024-07-15', passing.includes(caseNo) ? pass : fail));
      await act(head, caseNo, 'approveAssessment', at('2024-07-16'));
    });
    await until(
      'half is decided',
      () =>
        query<{ n: number }>(
          `select count(*)::int as n from admission join case_file using (case_no) where window_id = $1 and not open`,
          [id],
        ),
      ([row]) => (row?.n ?? 0) > 40,
      240,
    );
    await killWorkerFor(2000);
    await work;
    await each(passing, async (caseNo) => {
      await reviewer.waitFor(caseNo, 'notice is over', stage('negotiate'), 240);
      await act(reviewer, caseNo, 'agreeTerms', at('2024-08-20', terms));
      await act(window, caseNo, 'signAgreement', at('2024-08-21', signed));
      await act(reviewer, caseNo, 'recordTraining', at('2024-09-03', { participants: 3 }));
      await act(reviewer, caseNo, 'passReadiness', at('2024-09-04'));
    });
    await advance(id);
    const over = await until(
      'the round is over',
      () => roundOf(id),
      ({ step }) => step === 'finished',
      120,
    );

    const count = (outcome: string) => over.cases.filter((one) => one.outcome === outcome).length;
    expect([over.cases.length, count('completed'), count('rejected')]).toEqual([
      size,
      passing.length,
      size - passing.length,
    ]);
    // Each heard of each step once, opened each stage once, and got each document once.
    const doubled = await query<{ case_no: string; what: string }>(
      `select case_no, coalesce(data->'result'->>'key', data->'document'->>'type', data->'task'->>'key') as what
         from case_event join admission using (case_no)
        where window_id = $1 and voided_at is null and type in ('stepSettled', 'documentIssued', 'taskOpened')
        group by case_no, type, what having count(*) > 1`,
      [id],
    );
    expect(doubled).toEqual([]);
    const gaps = await query(
      `select case_no from case_event join admission using (case_no) where window_id = $1 and voided_at is null
        group by case_no having max(seq) <> count(seq)`,
      [id],
    );
    expect(gaps).toEqual([]);
    const run = await withTemporal((client) => client.workflow.getHandle(roundWorkflowId(id)).describe());
    expect(run.status.name).toBe('COMPLETED');
  }, 1_200_000);
});
