import { ApplicationFailure } from '@temporalio/workflow';
import type { Refusal } from '@due-process/contracts';

/** The story's waits were dropped: it is run again from the top and comes to rest where its results end. */
export class SentBack extends Error {}

/** The case was concluded by an act (不予受理, 撤销, 终止): the story has nothing left to do. */
export class CaseEnded extends Error {}

/** Passes over the two ways in which a story is left without fault; everything else is a bug. */
export function passEndings(error: unknown): void {
  if (!(error instanceof SentBack) && !(error instanceof CaseEnded)) throw error;
}

/** A refusal as the caller sees it: a code, Chinese words, and no effect. Anything else thrown in a handler would freeze the case. */
export const refusalFailure = ({ code, detail, data }: Refusal): ApplicationFailure =>
  ApplicationFailure.create({ type: code, message: detail, nonRetryable: true, details: [{ code, detail, data }] });
