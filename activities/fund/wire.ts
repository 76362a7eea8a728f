import type { EffectResult, PaymentKind } from '@due-process/contracts';
import { ask, unreadable } from '../outside/ask';
import { fieldsOf, isAccepted, rejected, textIn } from '../outside/reply';
import { safeReason } from '../outside/safe-text';

/**
 * The fund's payment system. It answers a key with the same payment for ever, and its answer is final; 20 s, because it books before
 * it answers.
 */
const system = 'fund';
const timeoutMs = 20_000;

export interface Payment {
  key: string;
  kind: PaymentKind;
  amountFen: number;
  /** Whom the fund pays: its own reference, never a name. */
  payeeRef: string;
  caseNo: string;
}

export interface Fund {
  pay(payment: Payment): Promise<EffectResult>;
}

export function createFund(base: string): Fund {
  return {
    async pay(payment) {
      const answer = await ask({
        system,
        method: 'POST',
        url: `${base}/fund/payments`,
        headers: { 'idempotency-key': payment.key },
        body: JSON.stringify(payment),
        timeoutMs,
      });
      if (!isAccepted(answer)) return rejected(system, answer);
      const fields = fieldsOf(system, answer.body);
      const paymentNo = textIn(system, fields, 'paymentNo');
      switch (fields.status) {
        case 'done':
          return { outcome: 'done', data: { paymentNo } };
        case 'rejected':
          return { outcome: 'rejected', data: { paymentNo, reason: safeReason(fields.reason) ?? '基金支付系统退回' } };
        default:
          throw unreadable(system, 'status is unknown');
      }
    },
  };
}
