import type { Deadline } from '@due-process/contracts';
import { startApi, type RunningApi } from '../test/start-api';

describe('asking when a limit ends', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi();
  }, 60_000);
  afterAll(() => api.close());

  const ask = <Body = Deadline>(question: Record<string, unknown>) =>
    api.visitor().ask<Body>('POST', '/api/deadlines/preview', { region: '370600', ...question });

  it('counts working days over a holiday and the weekend worked for it, and says why for each day', async () => {
    const { status, body } = await ask({ start: '2026-02-12', quantity: 5, unit: 'workingDay', pauses: [] });
    expect(status).toBe(200);
    expect(body.derivation[0]).toEqual({ date: '2026-02-12', counted: false, reason: 'startDay' });
    expect(body.derivation.at(-1)).toMatchObject({ date: body.dueOn, counted: true });
    expect(body.derivation.filter(({ counted }) => counted)).toHaveLength(5);
    expect(body.derivation).toContainEqual({
      date: '2026-02-14',
      counted: true,
      reason: 'makeUpWorkday',
      note: '调休上班',
    });
    expect(body.derivation).toContainEqual({ date: '2026-02-17', counted: false, reason: 'holiday', note: '春节' });
    expect(body).toMatchObject({ dueOn: '2026-02-26', provisional: false, calendarVersion: '2026' });
  });

  it('leaves paused days out and marks what reaches into a year without a notice', async () => {
    const paused = await ask({
      start: '2026-03-02',
      quantity: 3,
      unit: 'workingDay',
      pauses: [{ from: '2026-03-03', to: '2026-03-05' }],
    });
    expect(paused.body.dueOn).toBe('2026-03-09');
    expect((await ask({ start: '2027-03-01', quantity: 10, unit: 'workingDay' })).body.provisional).toBe(true);
  });

  it('names every bad field at once', async () => {
    const { status, body } = await ask<{ code: string; errors: { field: string; code: string; message: string }[] }>({
      region: 'yantai',
      start: '2026-02-30',
      quantity: -1,
      unit: 'day',
      pauses: [{ from: '2026-03-05', to: '2026-03-01' }, { to: 'x' }],
    });
    expect(status).toBe(400);
    expect(body.code).toBe('INPUT_INVALID');
    expect(Object.fromEntries(body.errors.map(({ field, message }) => [field, message]))).toEqual({
      region: '区划代码为 6 位数字',
      start: '没有这一天',
      quantity: '不能小于 0',
      unit: '只能是：workingDay、calendarDay、month、year、dayOfNextMonth',
      'pauses.0.to': '恢复日不能早于暂停日',
      'pauses.1.from': '必填',
      'pauses.1.to': '日期应写作 2026-03-01 的样子',
    });
  });

  it('names an unknown region and an unknown calendar together', async () => {
    const question = {
      region: '999999',
      start: '2026-03-02',
      quantity: 1,
      unit: 'workingDay',
      calendarVersion: '1999',
    };
    const { status, body } = await ask<{ errors: { field: string }[] }>(question);
    expect(status).toBe(400);
    expect(body.errors.map(({ field }) => field)).toEqual(['region', 'calendarVersion']);
  });

  it('refuses what cannot be counted', async () => {
    const question = { start: '2199-12-30', quantity: 10, unit: 'calendarDay' };
    const { status, body } = await ask<{ code: string; errors: { field: string }[] }>(question);
    expect([status, body.code, body.errors[0]?.field]).toEqual([400, 'DEADLINE_INVALID', 'quantity']);
  });
});
