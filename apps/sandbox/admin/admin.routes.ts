import { assumedEmployer } from '../core/employer-record';
import { isPlayed } from '../exchange/agencies';
import { summary } from '../exchange/exchange.routes';
import { read } from '../http/input';
import { Problem } from '../http/problem';
import type { Call, Handler, Reply, Route } from '../http/server';
import type { Outside } from '../outside';
import type { KeyedSystem } from '../world/events';
import { systems, type Faults, type SystemName } from '../world/faults';
import {
  allFaults,
  citySettings,
  death,
  employer,
  enrolment,
  faultSchemas,
  registerEntry,
  replay,
  spontaneousLetter,
  target,
} from './admin.schema';

const ok = (body: unknown): Reply => ({ status: 200, body });

/** The operator of the simulation: faults, cities, people, and a look at everything that was received. */
export function adminRoutes(outside: Outside): Route[] {
  const { world, keys, platform, courier, cities, recipient } = outside;
  const guarded = (method: Route['method'], path: string, handle: Handler): Route => ({
    method,
    path: `/admin${path}`,
    handle: (call) => {
      if (!keys.isAdmin(String(call.headers['x-admin-key'] ?? ''))) throw new Problem('ADMIN_KEY_INVALID');
      return handle(call);
    },
  });
  const setFaults = (faults: Faults): Reply => {
    world.record({ kind: 'faultsSet', faults });
    if (!faults.exchange?.outOfOrder) platform.release();
    courier.hurry();
    return ok(world.faults);
  };
  const kept = (system: KeyedSystem) => () =>
    ok({ items: world.effectsOf(system).map(({ request, answer, at }) => ({ ...request, ...answer, at })) });

  return [
    guarded('GET', '/faults', () => ok(world.faults)),
    guarded('PUT', '/faults', (call) => setFaults({ ...world.faults, ...read(allFaults, call.raw) })),
    guarded('DELETE', '/faults', () => setFaults({})),
    guarded('PUT', '/faults/:system', (call) => {
      const system = systemOf(call);
      return setFaults({ ...world.faults, [system]: read(faultSchemas[system], call.raw) });
    }),
    guarded('DELETE', '/faults/:system', (call) => {
      const { [systemOf(call)]: _, ...others } = world.faults;
      return setFaults(others);
    }),
    guarded('GET', '/cities', () => ok(world.changedCities())),
    guarded('PUT', '/cities/:code', (call) => {
      const city = cityOf(call);
      cities.set(city, { ...world.city(city), ...read(citySettings, call.raw) });
      courier.hurry();
      return ok(world.city(city));
    }),
    guarded('POST', '/cities/:code/send', (call) => {
      const city = cityOf(call);
      const { person, ...letter } = read(spontaneousLetter, call.raw);
      const about = letter.inReplyTo === undefined ? undefined : world.letters.get(letter.inReplyTo)?.envelope;
      const body = letter.body ?? cities.body(city, letter.type, person, about);
      return {
        status: 201,
        body: { letterNo: cities.send(city, { ...letter, subject: keys.subject(person.idNumber), body }) },
      };
    }),
    guarded('GET', '/letters', () => {
      const letters = [...world.letters.values()].map((letter) => ({
        ...summary(letter),
        body: letter.envelope.body,
        errand: courier.state(`letter ${letter.envelope.letterNo}`),
      }));
      return ok({ letters });
    }),
    guarded('POST', '/letters/:letterNo/replay', async (call) => {
      const { changed } = call.raw === '' ? { changed: false } : read(replay, call.raw);
      return ok({ status: await platform.replay(call.params.letterNo ?? '', changed) });
    }),
    guarded('PUT', '/enrolments', (call) => {
      const { idNumber, region, ...record } = read(enrolment, call.raw);
      world.record({ kind: 'enrolmentSet', person: keys.subject(idNumber), region, record });
      return ok({ region, ...record });
    }),
    guarded('PUT', '/deaths', (call) => {
      const { idNumber, diedOn } = read(death, call.raw);
      world.record({ kind: 'deathSet', person: keys.subject(idNumber), diedOn });
      return ok({ diedOn });
    }),
    guarded('PUT', '/employers', (call) => {
      const { creditCode, status } = read(employer, call.raw);
      const subject = keys.subject(creditCode);
      const record = status === 'none' ? { status } : assumedEmployer(subject, Date.now());
      world.record({ kind: 'employerSet', employer: subject, record });
      return ok(record);
    }),
    guarded('PUT', '/registers', (call) => {
      const { register, idNumber, ...answer } = read(registerEntry, call.raw);
      world.record({ kind: 'registerSet', register, person: keys.subject(idNumber), answer });
      return ok(answer);
    }),
    guarded('GET', '/sms', kept('sms')),
    guarded('GET', '/payments', kept('fund')),
    guarded('GET', '/transfers', kept('core')),
    guarded('PUT', '/target', (call) => {
      recipient.moveTo(read(target, call.raw).baseUrl);
      courier.hurry();
      return ok({ baseUrl: recipient.target });
    }),
    guarded('POST', '/reset', () => {
      courier.drop();
      cities.stop();
      world.forgetEverything();
      return { status: 204 };
    }),
  ];
}

function systemOf(call: Call): SystemName {
  const found = systems.find((system) => system === call.params.system);
  if (!found) throw new Problem('NOT_FOUND');
  return found;
}

function cityOf(call: Call): string {
  const code = call.params.code ?? '';
  if (!isPlayed(code)) throw new Problem('AGENCY_UNKNOWN', '沙箱不扮演这个机构');
  return code;
}
