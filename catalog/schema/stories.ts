import { z } from 'zod';

/** What the catalogue must know of a story to hold an item against it: its parameters, what it opens, sends and waits for. */
export interface StoryKnowledge {
  params: z.ZodType;
  /** Stages it opens with these parameters; the item must describe each of them and no other. */
  stages(params: Record<string, unknown>): string[];
  sends: string[];
  receives: string[];
}

const reviewed = {
  /** `human`: a reviewer decides; `automatic`: the facts decide; `none`: the guide has no review. */
  review: z.enum(['none', 'human', 'automatic']),
  /** Channels in which the facts decide although `review` is human. */
  automaticChannels: z.array(z.string()).optional(),
};
const reminders = {
  /** Working days of silence before the other place is reminded. */
  reminderDays: z.number().int().positive(),
  maxReminders: z.number().int().positive(),
};
const reviewStage = (params: Record<string, unknown>): string[] => (params.review === 'human' ? ['review'] : []);

export const STORIES: Readonly<Record<string, StoryKnowledge>> = {
  certificate: {
    params: z.strictObject({}),
    stages: () => ['intake'],
    sends: ['enrolmentCertificate'],
    receives: [],
  },
  transferOut: {
    params: z.strictObject({ ...reviewed, ...reminders, accountTask: z.boolean() }),
    stages: (params) => [
      'intake',
      ...reviewStage(params),
      'prepareInformationForm',
      ...(params.accountTask === true ? ['settlePersonalAccount'] : []),
    ],
    sends: ['enrolmentCertificate', 'informationForm'],
    receives: ['contactLetter'],
  },
  transferIn: {
    params: z.strictObject({
      ...reviewed,
      ...reminders,
      /** `brought` by the person (or already received); `platform`: fetched, never asked for. */
      certificate: z.enum(['brought', 'platform']),
    }),
    stages: (params) => ['intake', ...reviewStage(params), 'registerTransferIn'],
    sends: ['contactLetter'],
    receives: ['enrolmentCertificate', 'informationForm'],
  },
};

/** Actions that each stage knows; `onward` is the one without which no case leaves it. */
export const STAGE_ACTIONS: Readonly<Record<string, { onward: string; others: string[] }>> = {
  intake: { onward: 'accept', others: ['requestSupplement', 'refuse'] },
  review: { onward: 'approve', others: ['reject', 'requestSupplement'] },
  prepareInformationForm: { onward: 'sendInformationForm', others: [] },
  settlePersonalAccount: { onward: 'settleAccount', others: [] },
  registerTransferIn: { onward: 'completeTransferIn', others: [] },
};

/** Facts that every case brings about, whatever its story. */
export const KERNEL_FACTS: readonly string[] = [
  'opened',
  'acceptance',
  'conclusion',
  'supplementNotice',
  'materialsReceived',
];

/** Documents that the kernel itself issues; the others are a story's letters. */
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
