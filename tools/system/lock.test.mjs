import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeJson } from './files.mjs';
import { identityOf, isSameProcess, note } from './identity.mjs';
import { AlreadyRunning, alone, ownerOf, takeLock } from './lock.mjs';

const withFolder = async (work) => {
  const folder = mkdtempSync(join(tmpdir(), 'lock-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
const sleeper = () => spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'ignore' });
const gone = (child) => new Promise((resolve) => child.once('exit', resolve));

test('a folder with a living owner is refused, one that was released is free', () =>
  withFolder(async (folder) => {
    const lock = await takeLock(folder);
    assert.equal(ownerOf(folder).pid, process.pid);
    await assert.rejects(takeLock(folder), AlreadyRunning);
    lock.release();
    assert.equal(ownerOf(folder), undefined);
    (await takeLock(folder)).release();
  }));

test('after a hard kill the next owner ends what was left running', () =>
  withFolder(async (folder) => {
    const orphan = sleeper();
    const over = gone(orphan);
    const dead = { pid: 2 ** 22 - 1, identity: 'of an owner that is gone' };
    writeJson(join(folder, 'run.lock'), { ...dead, children: [{ name: 'orphan', ...note(orphan.pid) }] });
    const lock = await takeLock(folder);
    await over;
    lock.release();
  }));

test('a process that merely has the number of an orphan is left alone', () =>
  withFolder(async (folder) => {
    const stranger = sleeper();
    const reused = { name: 'orphan', pid: stranger.pid, identity: 'of an earlier process with this number' };
    writeJson(join(folder, 'run.lock'), { pid: stranger.pid, identity: 'of an earlier owner', children: [reused] });
    const lock = await takeLock(folder);
    assert.ok(identityOf(stranger.pid));
    lock.release();
    stranger.kill();
    await gone(stranger);
    assert.equal(identityOf(stranger.pid), undefined);
  }));

test('of many that start at once exactly one owns the folder', () =>
  withFolder(async (folder) => {
    const script = `import('${new URL('lock.mjs', import.meta.url)}').then(({ takeLock }) => takeLock(process.argv[1]))
      .then(() => { console.log('owner'); setTimeout(() => {}, 3_000); }, (error) => console.log(error.constructor.name))`;
    const said = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const child = spawn(process.execPath, ['-e', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
        let text = '';
        child.stdout.on('data', (chunk) => (text += chunk));
        await gone(child);
        return text.trim();
      }),
    );
    assert.deepEqual(said.sort(), [...Array(5).fill('AlreadyRunning'), 'owner']);
  }));

test('work under a guard is never done by two at once, and a guard of a dead process is no obstacle', () =>
  withFolder(async (folder) => {
    const guard = join(folder, 'guard');
    let inside = 0;
    const work = async () => {
      inside += 1;
      assert.equal(inside, 1);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside -= 1;
    };
    mkdirSync(guard);
    writeJson(join(guard, 'owner.json'), { pid: process.pid, identity: 'of an owner that is gone' });
    await Promise.all([alone(guard, work), alone(guard, work), alone(guard, work)]);
    assert.ok(!existsSync(guard));
  }));

test('a process is known by its start, and the lock file is for its owner only', () =>
  withFolder(async (folder) => {
    assert.ok(isSameProcess(note(process.pid)));
    assert.ok(!isSameProcess({ ...note(process.pid), pid: process.ppid }));
    const lock = await takeLock(folder);
    lock.add('child', process.pid, 'SIGINT');
    const held = JSON.parse(readFileSync(join(folder, 'run.lock'), 'utf8'));
    assert.deepEqual([held.children[0].name, held.children[0].signal], ['child', 'SIGINT']);
    lock.release();
  }));
