import { benefits } from './families/benefits';
import { designation } from './families/designation';
import type { Family, StageKnowledge, StoryKnowledge } from './families/family';
import { recognition } from './families/recognition';
import { registration } from './families/registration';
import { entitlement } from './families/entitlement';
import { service } from './families/service';
import { settlement } from './families/settlement';
import { transfer } from './families/transfer';

/** One line a family of items; see `families/`. */
const families: readonly Family[] = [
  transfer,
  designation,
  service,
  registration,
  recognition,
  entitlement,
  benefits,
  settlement,
];

export const STORIES: Readonly<Record<string, StoryKnowledge>> = Object.assign(
  {},
  ...families.map(({ stories }) => stories),
) as Record<string, StoryKnowledge>;

/** Actions that each stage knows. */
export const STAGE_ACTIONS: Readonly<Record<string, StageKnowledge>> = Object.assign(
  {
    intake: { onward: 'accept', others: ['requestSupplement', 'refuse'] },
    review: { onward: 'approve', others: ['reject', 'requestSupplement', 'returnToWindow', 'referToExperts'] },
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
