import { startApi, type RunningApi } from '../test/start-api';
import type { ColleagueLine } from './colleagues.controller';

describe('the directory', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi();
  }, 60_000);
  afterAll(() => api.close());

  const colleagues = async (query = '') => {
    const clerk = await api.signIn('yt-window');
    const { body } = await clerk.ask<{ colleagues: ColleagueLine[] }>('GET', `/api/colleagues${query}`);
    return body.colleagues.map(({ id }) => id);
  };

  it('lists colleagues of the own agency who handle cases, and nobody else', async () => {
    const ids = await colleagues();
    expect(ids).toContain('yt-review');
    expect(ids).not.toContain('qd-review');
    expect(ids).not.toContain('yt-catalog');
  });

  it('narrows by post and unit, and leaves out closed accounts', async () => {
    expect((await colleagues('?role=window')).sort()).toEqual(['yt-window', 'yt-window2']);
    expect(await colleagues('?unit=nowhere')).toEqual([]);
    await api.database.pool.query(`UPDATE account SET active = false WHERE id = 'yt-window2'`);
    expect(await colleagues('?role=window')).toEqual(['yt-window']);
  });

  it('tells applicants nothing of the agency’s people', async () => {
    const person = await api.signIn('person-demo');
    expect((await person.ask('GET', '/api/colleagues')).status).toBe(403);
    expect((await api.visitor().ask('GET', '/api/colleagues')).status).toBe(401);
  });

  it('names places to anybody, our own by their own name', async () => {
    const { body } = await api.visitor().ask<{ places: { code: string; name: string }[] }>('GET', '/api/places');
    expect(body.places).toContainEqual({ code: '370600', name: '烟台市医疗保障经办机构' });
    expect(body.places.length).toBeGreaterThan(30);
  });
});
