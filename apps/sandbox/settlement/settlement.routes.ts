import { z } from 'zod';
import type { EnrolmentRegistry } from '../core/registry';
import { regionCode } from '../exchange/letter.schema';
import { read } from '../http/input';
import { Problem } from '../http/problem';
import type { Route } from '../http/server';
import type { Keys } from '../keys';
import { once } from '../world/keyed';
import type { World } from '../world/world';
import { settle } from './parts';

const fen = z.int().min(0).max(100_000_000_00);
const share = z.number().min(0).max(1);

const visit = z.strictObject({
  key: z.string().min(1).max(128),
  caseNo: z.string().min(1).max(40),
  region: regionCode,
  idNumber: z.string().trim().min(5).max(30),
  costs: z.strictObject({
    visit: z.enum(['outpatient', 'inpatient']),
    hospital: z.string().min(1).max(60),
    classAFen: fen,
    classBFen: fen,
    outsideFen: fen,
  }),
  shares: z.strictObject({
    insured: z.enum(['employee', 'resident']),
    classBFirst: share,
    deductibleFen: fen,
    basic: share,
    seriousFromFen: fen,
    serious: share,
    supplementary: share,
  }),
});

/** 联网结算 at the hospital's counter: settled in three parts, or refused with the reason that the patient is told. */
export function settlementRoutes(world: World, keys: Keys, registry: EnrolmentRegistry): Route[] {
  return [
    {
      method: 'POST',
      path: '/core/settlements',
      handle: (call) => {
        const { idNumber, ...request } = read(visit, call.raw);
        const { costs, shares, region } = request;
        const subject = keys.subject(idNumber);
        if (world.strikes('core', 'rejected'))
          throw new Problem('SETTLEMENT_REFUSED', '联网结算系统暂不能结算，请稍后重试');
        const { status, kind } = registry.of(subject, region, 'insured');
        if (status !== 'enrolled') throw new Problem('SETTLEMENT_REFUSED', '参保状态不正常，不能联网结算');
        if (world.enrolment(subject, region) && kind !== shares.insured)
          throw new Problem('SETTLEMENT_REFUSED', '险种与参保登记不符，请核对职工或居民');
        if (costs.classAFen + costs.classBFen === 0)
          throw new Problem('SETTLEMENT_REFUSED', '没有符合规定的费用，不能联网结算');
        return once(world, 'core', { ...request, subject }, () => ({
          settlementNo: `JS${region}${String(world.nextSerial('core')).padStart(8, '0')}`,
          ...settle(costs, shares),
        }));
      },
    },
  ];
}
