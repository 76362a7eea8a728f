import type { EffectInput, EffectResult } from '@due-process/contracts';
import { inputOf } from '../outside/input';
import type { Exchange } from './wire';

/** 处理回执: the recipient tells the sender what became of its letter. The platform counts a receipt of one kind once. */
export function createSendReceipt(exchange: Exchange) {
  return async function sendReceipt(effect: EffectInput): Promise<EffectResult> {
    const { receipt } = inputOf('sendReceipt', effect);
    return exchange.receipt({ ...receipt, fromAgency: effect.agency });
  };
}
