import type { Batch, CaseEvent, CaseRow, ClockState, RungRow } from '@due-process/contracts';

/** A case's batches as the kernel sends them, small enough to read. Dates and people are made up. */
export const caseNo = '370600001202603020000017';

export const rowOf = (seq: number, own: Partial<CaseRow> = {}): CaseRow => ({
  caseNo,
  itemCode: 'YT-2.2',
  edition: 'yantai-2020',
  rulesHash: 'r1',
  agency: '370600',
  officeId: 'yt-hall',
  channel: 'window',
  variant: null,
  mode: 'promised',
  phase: 'accepted',
  outcome: null,
  personId: 'p1',
  applicantMasked: '欧阳**',
  subject: '0123456789abcdef0123456789abcdef',
  seq,
  version: seq,
  stageName: '受理',
  assignee: 'yt-window',
  unit: 'yt-hall',
  receivedOn: '2026-03-02',
  acceptedOn: null,
  concludedOn: null,
  servedOn: null,
  statutoryDueOn: '2026-03-16',
  promisedDueOn: null,
  dueOn: '2026-03-16',
  stepDueOn: null,
  yellowOn: '2026-03-13',
  paused: false,
  waitingFor: 'task',
  waitsAt: 'intake',
  waitsUntil: null,
  calendarVersion: '2026-1',
  horizonOn: '2026-03-16',
  open: true,
  ended: false,
  ...own,
});

export const noted = (seq: number, text: string): CaseEvent => ({
  type: 'noteAdded',
  data: { text },
  seq,
  version: seq,
  by: 'yt-window',
  occurredOn: '2026-03-02',
  recordedAt: '2026-03-02T01:00:00.123Z',
  command: { key: `k${seq}`, bodyMac: 'm', action: 'note' },
});

export const clockOf = (own: Partial<ClockState> = {}): ClockState => ({
  id: 'total',
  arming: 1,
  kind: 'statutory',
  name: '法定时限',
  quantity: 10,
  unit: 'workingDay',
  extendedBy: 0,
  startedOn: '2026-03-02',
  startFact: 'acceptance',
  state: 'running',
  dueOn: '2026-03-16',
  calendarVersion: '2026-1',
  passedRungs: [],
  recordedAt: '2026-03-02T01:00:00.123Z',
  ...own,
});

export const rungOf = (rung: string, own: Partial<RungRow> = {}): RungRow => ({
  clockId: 'total',
  arming: 1,
  rung,
  on: '2026-03-09',
  at: '2026-03-09T00:30:00.000Z',
  receivers: ['holder'],
  sms: false,
  state: 'pending',
  ...own,
});

export const taskOf = (
  key: string,
  own: Partial<Batch['rows']['tasks'][number]> = {},
): Batch['rows']['tasks'][number] => ({
  key,
  stage: 'intake',
  name: '受理',
  shows: 'received',
  role: 'window',
  unit: 'yt-hall',
  assignee: 'yt-window',
  cosigners: [],
  openedOn: '2026-03-02',
  openedAt: '2026-03-02T01:00:00.123Z',
  arming: 1,
  reminders: 0,
  done: false,
  ...own,
});

export type BatchParts = Partial<Omit<Batch, 'rows'>> & { texts?: string[]; rows?: Partial<Batch['rows']> };

/** A batch of notes from `fromSeq`; `minute` is when its workflow task ran. */
export function batchOf(fromSeq: number, minute: number, { texts = ['a'], rows, ...own }: BatchParts = {}): Batch {
  const events = own.events ?? texts.map((text, at) => noted(fromSeq + at, text));
  const batchId = own.batchId ?? `b${fromSeq}-${minute}`;
  return {
    caseNo,
    fromSeq,
    batchId,
    writtenAt: new Date(Date.UTC(2026, 2, 2, 1, minute)).toISOString(),
    runId: 'run-1',
    digest: `digest of ${batchId}`,
    ...own,
    events,
    rows: {
      case: rowOf(fromSeq + events.length - 1),
      tasks: [],
      clocks: [],
      pauses: [],
      letters: [],
      documents: [],
      rungs: [],
      messages: [],
      ...rows,
    },
  };
}
