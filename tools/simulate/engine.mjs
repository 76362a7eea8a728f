import { Module } from 'node:module';
import { requireSource } from '../from-source.mjs';

/**
 * The product's own workflow code without a server: the engine in this process, and a clock that stands where it is set. Whatever asks for the time
 * or for Temporal's workflow package from here on gets these.
 */
export function inProcess() {
  const RealDate = globalThis.Date;
  let at = RealDate.now();
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      super(...(given.length === 0 ? [at] : given));
    }
    static now() {
      return at;
    }
  };
  const { engineModule } = requireSource('workflows', 'testing', 'in-process-engine.ts');
  // oxlint-disable no-underscore-dangle -- Node gives its loader no other name
  const load = Module._load;
  const module = engineModule();
  Module._load = (request, ...rest) => (request === '@temporalio/workflow' ? module : load(request, ...rest));
  // oxlint-enable no-underscore-dangle
  const { SituationRun } = requireSource('workflows', 'testing', 'situation-run.ts');
  return { SituationRun, clock: { now: () => at, set: (instant) => (at = instant) } };
}
