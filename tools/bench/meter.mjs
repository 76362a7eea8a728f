import { childrenOf, cpuOf, memoryOf } from './processes.mjs';

/**
 * CPU and memory of the system's parts. PostgreSQL is told apart by the database that a backend serves, so that what the engine
 * writes and what the application writes are two figures.
 *
 * @typedef {Record<'server' | 'worker' | 'api' | 'sandbox' | 'driver' | 'pgEngine' | 'pgApplication' | 'pgOther', number>} Use
 */

/** @param {import('./system.mjs').BenchSystem} system */
export function createMeter(system) {
  const { servers, apps, bare, pool } = system;
  const own = {
    server: [servers.temporal],
    worker: [apps.worker, bare.stock.worker, bare.tuned.worker],
    api: [apps.api],
    sandbox: [apps.sandbox],
  };
  const postmaster = () => /** @type {number} */ (servers.postgres?.pid);

  async function reading() {
    const { rows } = await pool.query('select pid, datname from pg_stat_activity where datname is not null');
    const backends = new Map(rows.map(({ pid, datname }) => [pid, { datname, seconds: cpuOf(pid) }]));
    const all =
      cpuOf(postmaster(), { reaped: true }) + childrenOf(postmaster()).reduce((sum, pid) => sum + cpuOf(pid), 0);
    const parts = Object.entries(own).map(([name, services]) => [
      name,
      services.reduce((sum, service) => sum + (service?.pid ? cpuOf(service.pid) : 0), 0),
    ]);
    return { parts: Object.fromEntries(parts), driver: cpuOf(process.pid), all, backends };
  }

  return {
    /** Starts counting. @returns {Promise<() => Promise<Use>>} ends it: seconds of CPU since */
    async count() {
      const before = await reading();
      return async () => {
        const after = await reading();
        const spent = { pgEngine: 0, pgApplication: 0 };
        for (const [pid, { datname, seconds }] of after.backends) {
          const used = seconds - (before.backends.get(pid)?.seconds ?? 0);
          spent[datname.startsWith('temporal') ? 'pgEngine' : 'pgApplication'] += used;
        }
        const parts = Object.entries(after.parts).map(([name, value]) => [name, value - before.parts[name]]);
        const pgOther = Math.max(0, after.all - before.all - spent.pgEngine - spent.pgApplication);
        return { ...Object.fromEntries(parts), driver: after.driver - before.driver, ...spent, pgOther };
      };
    },

    /** MB now, by process. The measuring process stands in for the one of `npm start`. */
    memory() {
      const of = (service) => (service?.pid ? memoryOf(service.pid) : 0);
      return {
        'Temporal server': of(servers.temporal),
        PostgreSQL: [postmaster(), ...childrenOf(postmaster())].reduce((sum, pid) => sum + safely(pid), 0),
        worker: of(apps.worker),
        API: of(apps.api),
        sandbox: of(apps.sandbox),
      };
    },
  };
}

/** A backend may end between being listed and being read. */
function safely(pid) {
  try {
    return memoryOf(pid);
  } catch {
    return 0;
  }
}
