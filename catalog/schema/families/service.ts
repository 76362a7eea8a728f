import { z } from 'zod';
import { reviewed, reviewStage, type Family } from './family';

/** 即时服务: decided in one step, entered in the core platform, paid where the guide pays. */
export const service: Family = {
  stories: {
    service: {
      params: z.strictObject({
        ...reviewed,
        /** Kind of the entry in the core platform; without it nothing is entered there. */
        records: z.string().optional(),
        /** Payment kind of the fund; without it nothing is paid. */
        pays: z.string().optional(),
        /** Document that answers a query, the fact whose data it prints, and what is printed instead in the channels of `onlineChannels`. */
        prints: z.string().optional(),
        printsFrom: z.string().optional(),
        printsOnline: z.string().optional(),
        onlineChannels: z.array(z.string()).optional(),
      }),
      stages: (params) => [
        'intake',
        ...reviewStage(params),
        ...(params.records === undefined ? [] : ['correctRecord']),
        ...(params.pays === undefined ? [] : ['payOut']),
      ],
      sends: [],
      receives: [],
      documents: ['contributionProof', 'contributionRecord', 'employerContributionRecord'],
    },
  },
  stages: {
    correctRecord: { onward: 'resubmit', others: ['reject'], onTrouble: true },
    payOut: { onward: 'pay', others: [] },
  },
};
