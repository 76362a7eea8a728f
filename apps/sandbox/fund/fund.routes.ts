import { z } from 'zod';
import { read } from '../http/input';
import { Problem } from '../http/problem';
import type { Route } from '../http/server';
import { once } from '../world/keyed';
import type { World } from '../world/world';

const payment = z.strictObject({
  key: z.string().min(1).max(128),
  kind: z.enum([
    'accountTransfer',
    'accountWithdrawal',
    'reimbursement',
    'maternityExpense',
    'maternityAllowance',
    'medicalAid',
    'enrolmentSubsidy',
    'institutionSettlement',
  ]),
  amountFen: z.int().min(0).max(100_000_000_00),
  payeeRef: z.string().min(1).max(128),
  caseNo: z.string().min(1).max(40),
});

/** The fund's payment system. An answer is final: a rejected payment is tried again under another key. */
export function fundRoutes(world: World): Route[] {
  return [
    {
      method: 'POST',
      path: '/fund/payments',
      handle: (call) => {
        const request = read(payment, call.raw);
        return once(world, 'fund', request, () => {
          const paymentNo = `JJ${String(world.nextSerial('fund')).padStart(10, '0')}`;
          const refused = world.strikes('fund', 'rejected');
          const outcome = refused ? { status: 'rejected', reason: '收款账户户名不符' } : { status: 'done' };
          return { paymentNo, ...outcome };
        });
      },
    },
    {
      method: 'GET',
      path: '/fund/payments/:key',
      handle: (call) => {
        const effect = world.effect('fund', call.params.key ?? '');
        if (!effect) throw new Problem('PAYMENT_UNKNOWN');
        return { status: 200, body: { ...effect.request, ...effect.answer, at: effect.at } };
      },
    },
  ];
}
