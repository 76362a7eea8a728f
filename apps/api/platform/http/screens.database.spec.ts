import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startApi, type RunningApi } from '../../test/start-api';

describe('the built screens', () => {
  const folder = mkdtempSync(join(tmpdir(), 'screens-'));
  let api: RunningApi;
  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>screens</title>');
    writeFileSync(join(folder, 'assets', 'index-abc.js'), 'export {};');
    writeFileSync(join(folder, 'assets', 'index-abc.js.gz'), gzipSync('export {};'));
    api = await startApi({ WEB_ROOT: folder });
  }, 60_000);
  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true });
  });

  const get = (path: string) => fetch(api.url + path, { headers: { accept: 'text/html,*/*' } });

  it('answer any page address, always fresh and with a policy for scripts', async () => {
    for (const path of ['/', '/worklist', '/items/YT-2.2', '/cases/37060000120261122000037']) {
      const response = await get(path);
      expect([path, response.status, await response.text()]).toEqual([path, 200, expect.stringContaining('screens')]);
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    }
  });

  it('are kept for ever where their name changes with their content', async () => {
    const { status, headers } = await get('/assets/index-abc.js');
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  });

  it('come pressed to who understands it, and plain to who does not', async () => {
    for (const encoding of ['gzip', 'identity']) {
      const headers = { 'accept-encoding': encoding };
      const response = await fetch(`${api.url}/assets/index-abc.js`, { headers });
      expect(response.headers.get('content-encoding')).toBe(encoding === 'gzip' ? 'gzip' : null);
      expect(response.headers.get('content-type')).toContain('javascript');
      expect(await response.text()).toBe('export {};');
    }
  });

  it('do not stand in for a missing asset or an unknown resource', async () => {
    for (const path of ['/assets/index-gone.js', '/api/nothing', '/public/nothing', '/metrics/nothing']) {
      const response = await get(path);
      expect([path, response.status, await response.text()]).toEqual([
        path,
        404,
        expect.not.stringContaining('screens'),
      ]);
    }
  });
});
