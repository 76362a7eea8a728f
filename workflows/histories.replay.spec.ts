import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Payload, PayloadCodec } from '@temporalio/common';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import type { temporal } from '@temporalio/proto';
import { DefaultLogger, Runtime, Worker, type ReplayWorkerOptions } from '@temporalio/worker';
import { createDataConverter, createPayloadCodec, testKeys } from '@due-process/secrets';
import { stories } from './stories';
import { workflowBundle } from './testing/workflow-bundle';

/**
 * Every recorded history must replay with today's code: cases under way are of that code. `npm run record-history` records them; one that was
 * spoiled shows that the replay looks.
 */
type History = temporal.api.history.v1.IHistory;
type Event = temporal.api.history.v1.IHistoryEvent;

const folder = join(__dirname, 'histories');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace(/\.json$/, ''));
const recorded = (name: string): History =>
  historyFromJSON(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));

/** What the code says before it is sealed: why a replay failed stands in the failure it would have reported. */
let said: string[] = [];
const listener: PayloadCodec = {
  async encode(payloads) {
    said.push(...payloads.map(({ data }) => Buffer.from(data ?? []).toString()));
    return payloads;
  },
  decode: async (payloads) => payloads,
};
beforeEach(() => {
  said = [];
});

let options: ReplayWorkerOptions;
beforeAll(async () => {
  Runtime.install({
    logger: new DefaultLogger('ERROR', () => undefined),
    telemetryOptions: { logging: { forward: {} } },
  });
  const { payloadCodecs = [], ...converter } = createDataConverter(testKeys());
  const dataConverter = { ...converter, payloadCodecs: [listener, ...payloadCodecs] };
  options = { workflowBundle: await workflowBundle('test'), dataConverter };
});

const replay = (history: History): Promise<void> => Worker.runReplayHistory(options, history, 'case-replayed');

describe('a recorded history', () => {
  it('is there for each story', () => {
    const played = new Set(names.map((name) => name.split('.')[0]));
    expect(Object.keys(stories).filter((story) => !played.has(story))).toEqual([]);
  });

  it.each(names)('replays: %s', async (name) => {
    await expect(replay(recorded(name))).resolves.toBeUndefined();
  });
});

const codec = createPayloadCodec(testKeys());
/** Changes one payload as plain JSON and seals it again. */
async function rewrite<T>(payload: Payload | undefined, change: (value: T) => T): Promise<Payload> {
  if (!payload) throw new Error('no payload there');
  const [plain] = await codec.decode([payload]);
  const value = change(JSON.parse(Buffer.from(plain?.data ?? []).toString()) as T);
  const [sealed] = await codec.encode([{ ...plain, data: Buffer.from(JSON.stringify(value)) }]);
  return sealed as Payload;
}
const markers = (history: History): Event[] =>
  (history.events ?? []).filter((event) => event.markerRecordedEventAttributes);
const details = (event: Event | undefined) => event?.markerRecordedEventAttributes?.details ?? {};

describe('a spoiled history fails the replay', () => {
  const name = 'transfer-out';

  it("when the journal held another digest than today's code produces", async () => {
    const history = recorded(name);
    const { result } = details(markers(history)[2]);
    if (!result?.payloads) throw new Error('no result');
    result.payloads[0] = await rewrite<{ digest: string }>(result.payloads[0] as Payload, (answer) => ({
      ...answer,
      digest: 'another',
    }));
    await expect(replay(history)).rejects.toThrow(/task failure/);
    expect(said.join()).toContain('state differs from the journal');
  });

  it('when a command was another than the one that was acted on', async () => {
    const history = recorded(name);
    const accepted = history.events?.find(
      (event) => event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.name === 'act',
    );
    const args = accepted?.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.args;
    if (!args?.payloads) throw new Error('no command');
    args.payloads[0] = await rewrite<{ actor: { id: string } }>(args.payloads[0] as Payload, (command) => ({
      ...command,
      actor: { ...command.actor, id: 'somebody-else' },
    }));
    await expect(replay(history)).rejects.toThrow(/task failure/);
    expect(said.join()).toContain('state differs from the journal');
  });

  it('when a record is missing', async () => {
    const history = recorded(name);
    const [, second] = markers(history);
    await expect(replay({ events: history.events?.filter((event) => event !== second) })).rejects.toThrow(
      /Replay failed/,
    );
  });

  it('when another local activity stands where a record was', async () => {
    const history = recorded(name);
    const { data } = details(markers(history)[1]);
    const [payload] = data?.payloads ?? [];
    if (!data || !payload) throw new Error('no marker data');
    const text = Buffer.from(payload.data ?? []).toString();
    expect(text).toContain('"activity_type":"record"');
    data.payloads = [{ ...payload, data: Buffer.from(text.replace('"record"', '"readCalendar"')) }];
    await expect(replay(history)).rejects.toThrow(/activity/i);
  });

  it('when a letter was never asked to be delivered', async () => {
    const history = recorded(name);
    const scheduled = history.events?.find((event) => event.activityTaskScheduledEventAttributes);
    const attributes = scheduled?.activityTaskScheduledEventAttributes;
    if (!attributes?.activityType) throw new Error('no effect');
    attributes.activityType.name = 'sendReceipt';
    await expect(replay(history)).rejects.toThrow(/activity/i);
  });
});
