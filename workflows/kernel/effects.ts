import { ActivityFailure, ApplicationFailure, proxyActivities } from '@temporalio/workflow';
import {
  EFFECT_QUEUE,
  type EffectActivities,
  type EffectInput,
  type EffectName,
  type EffectResult,
} from '@due-process/contracts';

/**
 * Letters and receipts: the platform may be away for days, and a letter must arrive, so attempts go on without limit, at most ten minutes apart.
 * Every attempt carries the letter's number, so a repeat is harmless.
 */
const post = proxyActivities<Pick<EffectActivities, 'deliverLetter' | 'sendReceipt'>>({
  taskQueue: EFFECT_QUEUE,
  startToCloseTimeout: '30s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10m' },
});

/**
 * Money and the core platform: 60 s for a slow system, attempts without limit at most five minutes apart. The key is kept by the receiver, so a
 * reply lost after the effect is asked for again and answered the same.
 */
const settle = proxyActivities<
  Pick<EffectActivities, 'settleAccount' | 'registerTransferIn' | 'coreRecord' | 'payBenefit' | 'settleCard'>
>({
  taskQueue: EFFECT_QUEUE,
  startToCloseTimeout: '60s',
  retry: { initialInterval: '2s', backoffCoefficient: 2, maximumInterval: '5m' },
});

/** One row of our own database, unique by the effect's key: tried until it is written. */
const own = proxyActivities<Pick<EffectActivities, 'restrictApplicant'>>({
  taskQueue: EFFECT_QUEUE,
  startToCloseTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
});

/**
 * A list of persons: chunk by chunk, each told by a heartbeat. A worker that died is noticed after 20 s, and the next goes on after the last settled
 * chunk; two hours hold twenty times the longest list.
 */
const lists = proxyActivities<Pick<EffectActivities, 'processRoster'>>({
  taskQueue: EFFECT_QUEUE,
  startToCloseTimeout: '2h',
  heartbeatTimeout: '20s',
  retry: { initialInterval: '2s', backoffCoefficient: 2, maximumInterval: '5m' },
});

const effects: Record<EffectName, (effect: EffectInput) => Promise<EffectResult>> = {
  deliverLetter: post.deliverLetter,
  sendReceipt: post.sendReceipt,
  restrictApplicant: own.restrictApplicant,
  settleAccount: settle.settleAccount,
  registerTransferIn: settle.registerTransferIn,
  coreRecord: settle.coreRecord,
  payBenefit: settle.payBenefit,
  settleCard: settle.settleCard,
  processRoster: lists.processRoster,
};

const isEffect = (name: string): name is EffectName => name in effects;

/** Runs an effect. What can never succeed comes back as rejected with its code, for a person to decide on. */
export async function runEffect(name: string, effect: EffectInput): Promise<EffectResult> {
  if (!isEffect(name)) throw new Error(`no effect ${name}`);
  try {
    return await effects[name](effect);
  } catch (error) {
    const cause = error instanceof ActivityFailure ? error.cause : undefined;
    if (cause instanceof ApplicationFailure && cause.nonRetryable)
      return { outcome: 'rejected', data: { ...effect.input, reason: cause.type ?? 'EFFECT_FAILED' } };
    throw error;
  }
}
