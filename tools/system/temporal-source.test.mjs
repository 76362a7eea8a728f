import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { silent } from './progress.mjs';
import { archiveName, checksumOf, downloadRelease } from './temporal-download.mjs';
import { obtainTemporal, temporalVersion } from './temporal-source.mjs';

const programs = ['temporal-server', 'temporal-sql-tool'];
let cache;
before(() => (cache = mkdtempSync(join(tmpdir(), 'temporal-source-'))));
after(() => rmSync(cache, { recursive: true, force: true }));

const fills = (folder, text) => programs.forEach((name) => writeFileSync(join(folder, name), text));
const good = (name, asked) => ({ name, obtain: async (folder) => (asked.push(name), fills(folder, name)) });
const bad = (name, asked) => ({
  name,
  obtain: async () => (asked.push(name), Promise.reject(new Error(`${name} is out of reach`))),
});
const fresh = () => mkdtempSync(join(cache, 'case-'));

test('sources are asked in their order until one delivers, and then the cache answers', async () => {
  const own = fresh();
  const asked = [];
  const sources = [bad('release', asked), good('build', asked), good('never', asked)];
  const { server } = await obtainTemporal({ progress: silent, cache: own, sources });
  assert.deepEqual(asked, ['release', 'build']);
  assert.equal(readFileSync(server, 'utf8'), 'build');
  await obtainTemporal({ progress: silent, cache: own, sources });
  assert.deepEqual(asked, ['release', 'build']);
});

test('two starts at once obtain it once', async () => {
  const own = fresh();
  const asked = [];
  const sources = [good('build', asked)];
  await Promise.all([1, 2, 3].map(() => obtainTemporal({ progress: silent, cache: own, sources })));
  assert.deepEqual(asked, ['build']);
});

test('when no source delivers, the message says what to install and nothing half-made stays', async () => {
  const own = fresh();
  const half = { name: 'half', obtain: async (folder) => writeFileSync(join(folder, 'temporal-server'), '') };
  await assert.rejects(
    obtainTemporal({ progress: silent, cache: own, sources: [bad('release', []), half] }),
    (error) => {
      assert.match(error.message, /TEMPORAL_ADDRESS/);
      assert.match(error.message, /Go 1\.26/);
      assert.match(error.message, /release is out of reach/);
      return true;
    },
  );
  assert.deepEqual(readdirSync(own), []);
});

test('an archive is taken when its checksum is that of the release, and refused otherwise', async () => {
  const site = await release({ spoiled: false });
  const folder = fresh();
  await site.use(() => downloadRelease(temporalVersion, programs, folder, () => {}));
  assert.deepEqual(readdirSync(folder).sort(), programs);

  const spoiled = await release({ spoiled: true });
  const empty = fresh();
  await assert.rejects(
    spoiled.use(() => downloadRelease(temporalVersion, programs, empty, () => {})),
    /校验和不符/,
  );
  assert.ok(!existsSync(join(empty, 'temporal-server')));
});

test('a release server that never answers is given up within seconds', { timeout: 9_000 }, async () => {
  const server = createServer(() => {});
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env.DUE_PROCESS_TEMPORAL_RELEASES = `http://127.0.0.1:${server.address().port}`;
  try {
    await assert.rejects(
      downloadRelease(temporalVersion, programs, fresh(), () => {}),
      /没有回应/,
    );
  } finally {
    delete process.env.DUE_PROCESS_TEMPORAL_RELEASES;
    server.closeAllConnections();
    server.close();
  }
});

test('archive names follow the machine, and a checksum must be there', () => {
  assert.equal(archiveName('1.31.2', 'darwin', 'arm64'), 'temporal_1.31.2_darwin_arm64.tar.gz');
  assert.throws(() => archiveName('1.31.2', 'linux', 'mips'));
  const sum = 'a'.repeat(64);
  assert.equal(checksumOf(`${sum}  one.tar.gz\n${'b'.repeat(64)}  two.tar.gz\n`, 'one.tar.gz'), sum);
  assert.throws(() => checksumOf(`${sum}  one.tar.gz\n`, 'three.tar.gz'));
});

/** A stand-in for the release site, with an archive made on the spot. */
async function release({ spoiled }) {
  const folder = fresh();
  mkdirSync(join(folder, 'content'));
  fills(join(folder, 'content'), '#!/bin/sh\n');
  const archive = archiveName(temporalVersion);
  spawnSync('tar', ['-czf', join(folder, archive), '-C', join(folder, 'content'), ...programs]);
  const bytes = readFileSync(join(folder, archive));
  const sum = createHash('sha256').update(bytes).digest('hex');
  const server = createServer((request, response) => {
    if (request.url === `/v${temporalVersion}/checksums.txt`) response.end(`${sum}  ${archive}\n`);
    else if (request.url === `/v${temporalVersion}/${archive}`)
      response.end(spoiled ? Buffer.concat([bytes, Buffer.of(0)]) : bytes);
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    use: async (work) => {
      process.env.DUE_PROCESS_TEMPORAL_RELEASES = `http://127.0.0.1:${server.address().port}`;
      try {
        return await work();
      } finally {
        delete process.env.DUE_PROCESS_TEMPORAL_RELEASES;
        server.closeAllConnections();
        server.close();
      }
    },
  };
}
