import type { ItemPublished } from '@due-process/contracts';
import { startApi, type RunningApi, type Visitor } from '../test/start-api';

jest.setTimeout(90_000);

let api: RunningApi;
let keeper: Visitor, clerk: Visitor, elsewhere: Visitor;
beforeAll(async () => {
  api = await startApi();
  [keeper, clerk, elsewhere] = await Promise.all([
    api.signIn('yt-catalog'),
    api.signIn('yt-window'),
    api.signIn('qd-catalog'),
  ]);
});
afterAll(() => api.close());

interface Message {
  rung: string;
  words: string;
  on: string;
  receivers: { id: string; people: string[] }[];
  sms: boolean;
  text: string;
}
interface Answer {
  calendarVersion: string;
  limits: { clock: string; dueOn: string; messages: Message[]; proposed: Message[] | null }[];
}
const ask = (visitor: Visitor, body: object) => visitor.ask<Answer>('POST', '/api/ladders/preview', body);

describe('a ladder before it is in force', () => {
  it('lists for every limit of the item what would go out, on which day, to whom by name, and whether by SMS', async () => {
    const { status, body } = await ask(keeper, { item: 'YT-2.2', startOn: '2026-02-09' });
    expect([status, body.calendarVersion]).toEqual([200, '2026']);
    const { body: item } = await keeper.ask<ItemPublished>('GET', '/api/items/YT-2.2');
    const counted = item.limits.filter(({ immediate }) => !immediate).map(({ id }) => id);
    expect(body.limits.map(({ clock }) => clock).sort()).toEqual(counted.sort());
    const [first] = body.limits.filter(({ messages }) => messages.some(({ sms }) => sms));
    const due = first?.messages.find(({ rung }) => rung === 'due');
    expect(due).toMatchObject({ words: '到期当日', on: first?.dueOn, sms: true });
    expect(due?.text).toContain('今日到期');
    const head = due?.receivers.find(({ id }) => id === 'head');
    expect(head?.people.length).toBeGreaterThan(0);
    for (const { messages } of body.limits)
      expect(messages.map(({ on }) => on)).toEqual(messages.map(({ on }) => on).toSorted());
  });

  it('shows a proposed ladder beside the one in force, and stores nothing', async () => {
    const { body: before } = await ask(keeper, { item: 'YT-2.2', startOn: '2026-03-02' });
    const [limit] = before.limits;
    const rungs = [{ id: 'early', share: 0.3, receivers: ['holder', 'supervise'] }];
    const changed = { item: 'YT-2.2', startOn: '2026-03-02', changes: [{ clock: limit?.clock, rungs }] };
    const { body } = await ask(keeper, changed);
    expect(body.limits[0]?.messages).toEqual(limit?.messages);
    expect(body.limits[0]?.proposed).toMatchObject([{ rung: 'early', words: '办到 30%', sms: false }]);
    expect(body.limits.slice(1).every(({ proposed }) => proposed === null)).toBe(true);
    const { body: after } = await ask(keeper, { item: 'YT-2.2', startOn: '2026-03-02' });
    expect(after).toEqual(before);
  });

  it('is for those who keep the catalogue or answer for time, of their own agency', async () => {
    const asked = { item: 'YT-2.2', startOn: '2026-03-02' };
    expect([(await ask(clerk, asked)).status, (await ask(elsewhere, asked)).status]).toEqual([403, 404]);
    const twice = [{ id: 'x', share: 0.3, due: true, receivers: ['holder'] }];
    expect((await ask(keeper, { ...asked, changes: [{ clock: 'none', rungs: twice }] })).status).toBe(400);
  });
});
