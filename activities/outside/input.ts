import type { EffectInput, EffectInputs, EffectName } from '@due-process/contracts';
import { ApplicationFailure } from '@temporalio/common';

/** The parts an effect cannot do without. */
const required: { [E in EffectName]: (keyof EffectInputs[E] & string)[] } = {
  deliverLetter: ['letter'],
  sendReceipt: ['receipt'],
  settleAccount: ['kind', 'amountFen'],
  registerTransferIn: ['fromRegion', 'months'],
  coreRecord: ['kind', 'data'],
  payBenefit: ['kind', 'amountFen'],
  settleCard: ['costs', 'shares'],
  processRoster: ['rosterId', 'kind'],
  designateInstitution: ['kind', 'signedOn', 'from', 'to'],
  openCase: ['itemCode', 'reference', 'channel', 'applicantKind', 'idType', 'form'],
  drawUpSet: ['period'],
  changeSet: ['merchantNo'],
  paySet: ['attempt'],
  restrictApplicant: ['itemCodes', 'from', 'quantity', 'unit', 'until', 'reason'],
};

/**
 * An effect's input by its name. A missing part is a fault of the story that asked: it is retried, so that the case stands still and
 * visible until a corrected build is deployed, instead of going on as if the outside had refused.
 */
export function inputOf<E extends EffectName>(name: E, { input }: EffectInput): EffectInputs[E] {
  const missing = required[name].filter((part) => input[part] === undefined || input[part] === null);
  if (missing.length > 0)
    throw ApplicationFailure.retryable(`${name}: ${missing.join(', ')} missing`, 'EFFECT_INPUT_INVALID');
  return input as unknown as EffectInputs[E];
}
