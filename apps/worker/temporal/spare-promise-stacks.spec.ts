import { AsyncLocalStorage } from 'node:async_hooks';
import v8 from 'node:v8';

const { createHook } = v8.promiseHooks;
const { warn } = console;
afterEach(() => {
  v8.promiseHooks.createHook = createHook;
  console.warn = warn;
  delete process.env.PROMISE_STACKS;
  jest.resetModules();
});

/** A thread as `--require` finds it: the preload first, then the SDK's own set-up of a workflow thread. */
async function threadOf(isMainThread: boolean) {
  jest.resetModules();
  jest.doMock('node:worker_threads', () => ({ ...jest.requireActual('node:worker_threads'), isMainThread }));
  await import('./spare-promise-stacks');
  const { GlobalHandlers } = jest.requireActual<typeof import('@temporalio/worker/lib/workflow/vm-shared')>(
    '@temporalio/worker/lib/workflow/vm-shared',
  );
  const handlers = new GlobalHandlers();
  const said = jest.fn();
  console.warn = said;
  const before = Error.prepareStackTrace;
  handlers.install();
  const readsStacks = Error.prepareStackTrace !== before;
  handlers.uninstall();
  return { followsPromises: handlers.promiseHookInstalled, readsStacks, said, warnsAgain: console.warn === said };
}

describe('a workflow thread', () => {
  test('follows no promise, says nothing of it, and still tells where an error of a story was thrown', async () => {
    const thread = await threadOf(false);
    expect(thread).toMatchObject({ followsPromises: false, readsStacks: true, warnsAgain: true });
    expect(thread.said).not.toHaveBeenCalled();
  });

  test('still carries what AsyncLocalStorage holds across promises', async () => {
    await threadOf(false);
    const scope = new AsyncLocalStorage<string>();
    const seen = await scope.run('of this case', async () => {
      await Promise.resolve();
      return scope.getStore();
    });
    expect(seen).toBe('of this case');
  });

  test('follows them when asked to', async () => {
    process.env.PROMISE_STACKS = '1';
    expect(await threadOf(false)).toMatchObject({ followsPromises: true, readsStacks: true });
  });

  test('is not what the main thread is: its hooks stay as they are', async () => {
    expect(await threadOf(true)).toMatchObject({ followsPromises: true });
  });
});
