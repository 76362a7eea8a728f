import { z } from 'zod';
import type { Family } from './family';

/** 待遇认定: chronic diseases by hospitals and agencies, long-term care by screening and assessment. */
export const recognition: Family = {
  stories: {
    chronicDisease: {
      params: z.strictObject({
        /** Channels by which a hospital itself looks at the papers first. */
        hospitalChannels: z.array(z.string()).min(1),
        /** Round for which diseases that are not listed wait; without it they are reviewed at once. */
        round: z.string().optional(),
        /** Whether a reviewer may ask for an expert on-site review. */
        experts: z.boolean(),
        benefitFrom: z.enum(['dayAfterApplication', 'approval']),
        records: z.string(),
      }),
      stages: ({ experts }) => [
        'intake',
        'hospitalReview',
        'review',
        ...(experts === true ? ['expertReview'] : []),
        'correctRecord',
      ],
      sends: [],
      receives: [],
      documents: ['recognitionForm'],
      facts: ['roundAwaited:quarterReview', 'roundOpened:quarterReview'],
    },
    longTermCare: {
      params: z.strictObject({
        adl: z.number().int(),
        adlOlder: z.number().int(),
        mmse: z.number().int(),
        records: z.string(),
      }),
      stages: () => ['intake', 'screening', 'screeningObjection', 'assessmentAcceptance', 'homeVisit', 'correctRecord'],
      sends: [],
      receives: [],
      documents: ['physicianOpinion', 'screeningNotice', 'assessmentConclusion'],
      facts: ['screeningUploaded', 'screeningFailed', 'objectionFiled'],
    },
  },
  stages: {
    hospitalReview: { onward: 'approve', others: ['reject', 'referToExperts'] },
    expertReview: { onward: 'recordExpertResult', others: [] },
    screening: { onward: 'recordScreening', others: [] },
    screeningObjection: { onward: 'fileObjection', others: ['waiveObjection', 'closeUnobjected'] },
    assessmentAcceptance: { onward: 'acceptAssessment', others: [] },
    homeVisit: { onward: 'concludeAssessment', others: [] },
  },
};
