import { systems } from '../world/faults';
import type { World } from '../world/world';
import { Problem } from './problem';
import type { Around } from './server';

/** Applies the faults of the system that is called: slow and 500 before the effect, a lost reply after it. */
export function withFaults(world: World): Around {
  return async (call, next) => {
    const system = systems.find((name) => call.path.startsWith(`/${name}/`));
    if (!system) return next();
    const fault = world.faults[system];
    if (fault?.slowMs) await new Promise((wake) => setTimeout(wake, fault.slowMs));
    if (world.strikes(system, 'status500')) throw new Problem('SANDBOX_FAULT');
    if (fault?.silent && system !== 'exchange') return new Promise(() => {});
    const reply = await next();
    return world.strikes(system, 'lostReply') ? { ...reply, lost: true } : reply;
  };
}
