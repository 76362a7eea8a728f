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
 * Money, the core platform and our own API: 60 s for a slow system, attempts without limit at most five minutes apart. The key is kept by the receiver, so a
 * reply lost after the effect is asked for again and answered the same.
 */
const settle = proxyActivities<
  Pick<
    EffectActivities,
    'settleAccount' | 'registerTransferIn' | 'coreRecord' | 'payBenefit' | 'settleCard' | 'openCase'
  >
>({
  taskQueue: EFFECT_QUEUE,
  startToCloseTimeout: '60s',
  retry: { initialInterval: '2s', backoffCoefficient: 2, maximumInterval: '5m' },
});

/** Rows of our own database, the same after a second try: tried until they are written. */
const own = proxyActivities<
  Pick<EffectActivities, 'restrictApplicant' | 'designateInstitution' | 'drawUpSet' | 'changeSet'>
>({
  taskQueue: EFFECT_QUEUE,
  startToCloseTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
});

/**
 * A list of persons or of payments: piece by piece, each told by a heartbeat. A worker that died is noticed after 20 s, and the next goes on after the last
 * settled piece; two hours hold twenty times the longest list.
 */
const lists = proxyActivities<Pick<EffectActivities, 'processRoster' | 'paySet'>>({
  taskQueue: EFFECT_QUEUE,
  startToCloseTimeout: '2h',
  heartbeatTimeout: '20s',
  retry: { initialInterval: '2s', backoffCoefficient: 2, maximumInterval: '5m' },
});

const effects: Record<EffectName, (effect: EffectInput) => Promise<EffectResult>> = {
  deliverLetter: post.deliverLetter,
  sendReceipt: post.sendReceipt,
  restrictApplicant: own.restrictApplicant,
  designateInstitution: own.designateInstitution,
  drawUpSet: own.drawUpSet,
  changeSet: own.changeSet,
  settleAccount: settle.settleAccount,
  registerTransferIn: settle.registerTransferIn,
  coreRecord: settle.coreRecord,
  payBenefit: settle.payBenefit,
  settleCard: settle.settleCard,
  openCase: settle.openCase,
  processRoster: lists.processRoster,
  paySet: lists.paySet,
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
