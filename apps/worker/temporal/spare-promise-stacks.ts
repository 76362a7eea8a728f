import v8 from 'node:v8';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded with `--require` into the worker process, and so into its workflow threads before the SDK. There the SDK notes the call stack of every promise, one
 * Error each with its frames looked up in the source map, only to answer the engine's query `__stack_trace`: a third of what a case costs this process
 * (docs/decisions/0009). It takes the hook for an optional feature and does without where there is none; `PROMISE_STACKS=1` leaves it in place.
 */
if (!isMainThread && process.env.PROMISE_STACKS !== '1') {
  const { createHook } = v8.promiseHooks;
  v8.promiseHooks.createHook = (hooks) => {
    // Node follows promises itself, so that AsyncLocalStorage reaches across them; the SDK asks for their beginning and their end alone.
    if (hooks.before) return createHook(hooks);
    const { warn } = console;
    // The SDK says at once on the console that there is no hook: known, and no line for the log.
    console.warn = () => (console.warn = warn);
    throw new Error('promise stacks are spared');
  };
}
