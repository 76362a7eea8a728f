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
      }),
      stages: (params) => [
        'intake',
        ...reviewStage(params),
        ...(params.records === undefined ? [] : ['correctRecord']),
        ...(params.pays === undefined ? [] : ['payOut']),
      ],
      sends: [],
      receives: [],
    },
  },
  stages: {
    correctRecord: { onward: 'resubmit', others: ['reject'] },
    payOut: { onward: 'pay', others: [] },
  },
};
