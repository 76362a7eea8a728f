import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The project's releases; a mirror inside the city's network may be named instead. */
const releases = () =>
  process.env.DUE_PROCESS_TEMPORAL_RELEASES ?? 'https://github.com/temporalio/temporal/releases/download';

/** Not every network reaches the release server: the first answer comes within this, or the next source is asked. */
const firstAnswerWithin = 5_000;
const silenceWithin = 15_000;

/** Fetches the release's checksum file and archive, compares, and unpacks the named programs into the folder. */
export async function downloadRelease(version, programNames, folder, detail) {
  const archive = archiveName(version);
  const base = `${releases()}/v${version}`;
  const expected = checksumOf(await textOf(await get(`${base}/checksums.txt`)), archive);
  const response = await get(`${base}/${archive}`);
  const file = join(folder, archive);
  const actual = await save(response, file, detail);
  if (actual !== expected) throw new Error(`${archive} 校验和不符（应为 ${expected}，实为 ${actual}），已丢弃`);
  const unpacked = spawnSync('tar', ['-xzf', file, '-C', folder, ...programNames], { encoding: 'utf8' });
  if (unpacked.status !== 0) throw new Error(`解包失败：${unpacked.error?.message ?? unpacked.stderr}`);
  rmSync(file);
}

/** @returns {string} the archive's name for this machine */
export function archiveName(version, platform = process.platform, arch = process.arch) {
  const cpu = { x64: 'amd64', arm64: 'arm64' }[arch];
  if (!cpu || !['linux', 'darwin'].includes(platform)) throw new Error(`没有适用于 ${platform} ${arch} 的发布包`);
  return `temporal_${version}_${platform}_${cpu}.tar.gz`;
}

/** @returns {string} the SHA-256 a checksum file gives for a name */
export function checksumOf(text, name) {
  const line = text.split('\n').find((one) => one.trim().split(/\s+\*?/)[1] === name);
  const sum = line?.trim().split(/\s+/)[0]?.toLowerCase();
  if (!sum || !/^[0-9a-f]{64}$/.test(sum)) throw new Error(`校验和文件中没有 ${name}`);
  return sum;
}

/** A few hundred bytes: a server that stops in the middle of them is not waited for. */
const textOf = (response) =>
  Promise.race([
    response.text(),
    new Promise((_resolve, reject) =>
      setTimeout(() => reject(new Error('校验和文件没有收完')), firstAnswerWithin).unref(),
    ),
  ]);

async function get(url) {
  const giveUp = new AbortController();
  const timer = setTimeout(
    () => giveUp.abort(new Error(`${firstAnswerWithin / 1000} 秒内没有回应`)),
    firstAnswerWithin,
  );
  try {
    const response = await fetch(url, { signal: giveUp.signal, redirect: 'follow' });
    if (!response.ok) throw new Error(`${new URL(url).host} 回答 ${response.status}`);
    return response;
  } catch (error) {
    const reason = error.cause?.code ? `连接不上 ${new URL(url).host}（${error.cause.code}）` : error.message;
    throw new Error(reason, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** @returns {Promise<string>} the SHA-256 of what was saved */
async function save(response, file, detail) {
  const total = Number(response.headers.get('content-length')) || undefined;
  const hash = createHash('sha256');
  let got = 0;
  let lastByte = Date.now();
  const body = Readable.fromWeb(response.body);
  const watch = setInterval(() => {
    if (Date.now() - lastByte > silenceWithin) body.destroy(new Error(`下载停顿超过 ${silenceWithin / 1000} 秒`));
  }, 1_000);
  body.on('data', (chunk) => {
    hash.update(chunk);
    got += chunk.length;
    lastByte = Date.now();
    detail(`下载 ${(got / 1e6).toFixed(0)}${total ? ` / ${(total / 1e6).toFixed(0)}` : ''} MB`);
  });
  try {
    await pipeline(body, createWriteStream(file));
  } finally {
    clearInterval(watch);
  }
  return hash.digest('hex');
}
