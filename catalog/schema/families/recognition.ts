import { z } from 'zod';
import { cameBy, type Family } from './family';

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
      course: ({ hospitalChannels }, application) => {
        const { diseaseRoute, hospitalRight } = application.facts;
        const hospital = cameBy(hospitalChannels, application) && hospitalRight !== 'takesIn';
        return [
          'intake',
          ...(hospital ? ['hospitalReview'] : []),
          ...(hospital && diseaseRoute === 'listed' ? [] : ['review']),
        ];
      },
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
      stages: () => [
        'intake',
        'screening',
        'screeningObjection',
        'assessmentAcceptance',
        'homeVisit',
        'careDecision',
        'correctRecord',
      ],
      sends: [],
      receives: [],
      documents: ['physicianOpinion', 'screeningNotice', 'assessmentConclusion'],
      facts: ['screeningUploaded', 'screeningFailed', 'objectionFiled'],
      // Two houses and seven stages with their own limits; a few hundred a week.
      sizeBudget: { plain: 12_288, packed: 3_072 },
    },
  },
  stages: {
    hospitalReview: { onward: 'approve', others: ['reject', 'referToExperts'] },
    expertReview: { onward: 'recordExpertResult', others: [], onTrouble: true },
    screening: { onward: 'recordScreening', others: [] },
    screeningObjection: { onward: 'fileObjection', others: ['waiveObjection', 'closeUnobjected'], onTrouble: true },
    assessmentAcceptance: { onward: 'acceptAssessment', others: [] },
    homeVisit: { onward: 'recordVisit', others: [] },
    careDecision: { onward: 'concludeAssessment', others: [] },
  },
};
