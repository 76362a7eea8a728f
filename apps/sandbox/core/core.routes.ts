import { z } from 'zod';
import { regionCode } from '../exchange/letter.schema';
import { read } from '../http/input';
import { Problem } from '../http/problem';
import type { Route } from '../http/server';
import type { Keys } from '../keys';
import { once } from '../world/keyed';
import type { World } from '../world/world';
import type { EnrolmentRegistry } from './registry';

/** Identity numbers travel in bodies alone, never in an address that somebody logs. */
const query = z.strictObject({
  idNumber: z.string().trim().min(5).max(30),
  region: regionCode.default('370600'),
  purpose: z.enum(['transferOut', 'transferIn', 'insured', 'residentEnrolment']).default('transferOut'),
});

const transfer = z.strictObject({
  key: z.string().min(1).max(128),
  idNumber: z.string().trim().min(5).max(30),
  fromRegion: regionCode,
  toRegion: regionCode,
  months: z.int().min(0).max(1200),
  accountBalanceFen: z.int().min(0).default(0),
  caseNo: z.string().max(40).optional(),
});

const entry = z.strictObject({
  key: z.string().min(1).max(128),
  caseNo: z.string().min(1).max(40),
  region: regionCode,
  idNumber: z.string().trim().min(5).max(30),
  kind: z.string().min(1).max(60),
  data: z.record(z.string().max(60), z.unknown()),
});

const servedRegions = ['370600', '370200'];

/** The core insurance platform: who is enrolled where, and the joining of paid months after a transfer. */
export function coreRoutes(world: World, keys: Keys, registry: EnrolmentRegistry): Route[] {
  return [
    {
      method: 'POST',
      path: '/core/enrolment/query',
      handle: (call) => {
        const { idNumber, region, purpose } = read(query, call.raw);
        const subject = keys.subject(idNumber);
        const stays = purpose === 'insured' ? purpose : 'transferOut';
        const elsewhere = purpose === 'transferOut' ? 'transferIn' : stays;
        const regions = Object.fromEntries(
          [...new Set([...servedRegions, region])].map((code) => [
            code,
            registry.of(subject, code, code === region ? purpose : elsewhere),
          ]),
        );
        return { status: 200, body: { region, ...regions[region], regions, queriedAt: new Date().toISOString() } };
      },
    },
    {
      method: 'POST',
      path: '/core/transfers',
      handle: (call) => {
        const { idNumber, ...request } = read(transfer, call.raw);
        const subject = keys.subject(idNumber);
        return once(world, 'core', { ...request, subject }, () => {
          const { fromRegion, toRegion, months, accountBalanceFen } = request;
          const before = registry.of(subject, toRegion, 'transferIn');
          const transferNo = `HX${toRegion}${String(world.nextSerial('core')).padStart(8, '0')}`;
          const paidMonths = before.paidMonths + months;
          return { transferNo, status: 'done', subject, fromRegion, toRegion, months, accountBalanceFen, paidMonths };
        });
      },
    },
    {
      method: 'POST',
      path: '/core/records',
      handle: (call) => {
        const { idNumber, data, ...request } = read(entry, call.raw);
        const subject = keys.subject(idNumber);
        if (world.strikes('core', 'rejected')) throw new Problem('RECORD_REFUSED');
        return once(world, 'core', { ...request, data, subject }, () => {
          const recordNo = `HX${request.region}${String(world.nextSerial('core')).padStart(8, '0')}`;
          return { recordNo, status: 'done', subject, region: request.region, recordKind: request.kind, data };
        });
      },
    },
  ];
}
