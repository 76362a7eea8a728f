import type { Family, StageKnowledge, StoryKnowledge } from './families/family';
import { registration } from './families/registration';
import { entitlement } from './families/entitlement';
import { service } from './families/service';
import { transfer } from './families/transfer';

/** One line a family of items; see `families/`. */
const families: readonly Family[] = [transfer, service, registration, entitlement];

export const STORIES: Readonly<Record<string, StoryKnowledge>> = Object.assign(
  {},
  ...families.map(({ stories }) => stories),
) as Record<string, StoryKnowledge>;

/** Actions that each stage knows. */
export const STAGE_ACTIONS: Readonly<Record<string, StageKnowledge>> = Object.assign(
  {
    intake: { onward: 'accept', others: ['requestSupplement', 'refuse'] },
    review: { onward: 'approve', others: ['reject', 'requestSupplement', 'returnToWindow'] },
  },
  ...families.map(({ stages }) => stages),
) as Record<string, StageKnowledge>;

/** Facts that every case brings about, whatever its story. */
export const KERNEL_FACTS: readonly string[] = [
  'opened',
  'acceptance',
  'conclusion',
  'supplementNotice',
  'materialsReceived',
  'promiseKept',
];

/** Documents that the kernel itself issues; the others are a story's own and its letters. */
export const KERNEL_DOCUMENTS: readonly string[] = [
  'receipt',
  'acceptanceNotice',
  'supplementNotice',
  'nonAcceptanceNotice',
  'rejectionDecision',
  'conclusionNotice',
  'specialProcedureNotice',
  'extensionNotice',
];
