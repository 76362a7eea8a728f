import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi, type RunningApi, type Visitor } from '../test/start-api';

jest.setTimeout(120_000);

interface Uploaded {
  id: string;
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  materialId: string | null;
}

const scan = '%PDF-1.4 身份证扫描件';
const multipart = (name: string, content: string): string =>
  [
    '--edge',
    `Content-Disposition: form-data; name="file"; filename="${name}"`,
    'Content-Type: application/pdf',
    '',
    content,
    '--edge--',
    '',
  ].join('\r\n');
const asForm = { 'content-type': 'multipart/form-data; boundary=edge' };

describe('files brought for a case', () => {
  const folder = mkdtempSync(join(tmpdir(), 'files-'));
  let api: RunningApi;
  let clerk: Visitor;
  let colleague: Visitor;
  beforeAll(async () => {
    api = await startApi({ FILES_DIR: folder, SANDBOX_URL: 'http://127.0.0.1:1' });
    [clerk, colleague] = [await api.signIn('yt-window'), await api.signIn('yt-window2')];
  });
  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true });
  });

  const upload = (content: string, name = '身份证.pdf') =>
    clerk.ask<Uploaded>('POST', '/api/uploads', multipart(name, content), asForm);
  const onDisk = (): string[] =>
    existsSync(join(folder, 'uploads'))
      ? readdirSync(join(folder, 'uploads'), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
      : [];

  it('come back as they were, lie sealed on disk, and are seen by nobody else', async () => {
    const { status, body } = await upload(scan);
    expect([status, body.mediaType, body.fileName]).toEqual([201, 'application/pdf', '身份证.pdf']);
    expect(body).toMatchObject({ bytes: Buffer.byteLength(scan), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const back = await clerk.ask<string>('GET', `/api/uploads/${body.id}`);
    expect([back.status, back.body, back.headers.get('content-type')]).toEqual([200, scan, 'application/pdf']);
    expect(onDisk().map((path) => readFileSync(path).includes('%PDF'))).toEqual([false]);
    expect((await colleague.ask('GET', `/api/uploads/${body.id}`)).status).toBe(404);
    expect((await colleague.ask('DELETE', `/api/uploads/${body.id}`)).status).toBe(404);
    expect((await clerk.ask('DELETE', `/api/uploads/${body.id}`)).status).toBe(204);
    expect(onDisk()).toEqual([]);
  });

  it('are told by their first bytes, not by their name, and leave nothing when refused', async () => {
    const refused = await clerk.ask<{ errors: unknown[] }>(
      'POST',
      '/api/uploads',
      multipart('a.pdf', 'MZ not a pdf'),
      asForm,
    );
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toMatchObject([{ field: 'file', code: 'FORMAT' }]);
    const big = await clerk.ask<{ code: string }>(
      'POST',
      '/api/uploads',
      multipart('a.pdf', scan + 'x'.repeat(20 * 1024 * 1024)),
      asForm,
    );
    expect([big.status, big.body.code]).toEqual([413, 'INPUT_TOO_LARGE']);
    expect((await clerk.ask('POST', '/api/uploads', { file: 'x' })).status).toBe(400);
    expect(onDisk()).toEqual([]);
  });

  it('that arrive broken are the sender’s fault, by name, and leave nothing', async () => {
    const whole = multipart('a.pdf', scan);
    const broken: [string, Record<string, string>][] = [
      [whole.slice(0, -12), asForm],
      ['--edge\r\nno part at all', asForm],
      [multipart('a\0.pdf', scan), asForm],
      [multipart('a.pdf', scan).replace('name="file"', 'name="other"'), asForm],
      [whole, { 'content-type': 'multipart/form-data' }],
    ];
    for (const path of ['/api/uploads', '/api/rosters'])
      for (const [text, headers] of broken) {
        const { status, body } = await clerk.ask<{ errors: { field: string }[] }>('POST', path, text, headers);
        expect([text.slice(0, 40), status, body.errors[0]?.field]).toEqual([text.slice(0, 40), 400, 'file']);
      }
    expect(onDisk()).toEqual([]);
    expect((await api.database.pool.query('select count(*)::int as n from roster')).rows).toEqual([{ n: 0 }]);
  });

  it('belong to the case that names them, and to no second one', async () => {
    const { id } = (await upload(scan)).body;
    const registration = (idNumber: string, uploads: unknown) => ({
      itemCode: 'YT-2.2',
      officeId: 'zhifu',
      channel: 'window',
      applicant: { name: '张三', idNumber, phone: '13800000000' },
      form: { otherPlace: '370200', accountTreatment: 'withdraw', bankAccount: '6222000011112222333' },
      materials: ['applicantIdentity'],
      uploads,
    });
    const open = (body: unknown, key: string) =>
      clerk.ask<{ errors: { field: string }[] }>('POST', '/api/cases', body, { 'idempotency-key': key });
    const first = registration('11010519491231002X', { applicantIdentity: [id] });
    await open(first, 'files-of-a-case-1');
    const rows = async () =>
      (await api.database.pool.query('select case_no, material_id from upload where id = $1', [id])).rows;
    const [kept] = await rows();
    expect(kept).toMatchObject({ case_no: expect.stringMatching(/^370600/), material_id: 'applicantIdentity' });
    const second = await open(registration('370602199001011052', { applicantIdentity: [id] }), 'files-of-a-case-2');
    expect([second.status, second.body.errors.map(({ field }) => field)]).toEqual([
      400,
      ['uploads.applicantIdentity.0'],
    ]);
    const unknown = await open(registration('370602199001011052', { noSuch: [id] }), 'files-of-a-case-3');
    expect(unknown.body.errors.map(({ field }) => field)).toEqual(['uploads.noSuch']);
    expect(await rows()).toEqual([kept]);
    expect((await clerk.ask('DELETE', `/api/uploads/${id}`)).status).toBe(404);
  });
});
