import { z } from 'zod';
import { reviewed, reviewStage, type Family } from './family';

/** 参保登记: one person, or a list of persons of which each line is registered or comes back with its reason. */
export const registration: Family = {
  stories: {
    rosterEnrolment: {
      params: z.strictObject({
        ...reviewed,
        /** Kind of the entry in the core platform. */
        records: z.string(),
        /** May also be applied for one by one, without a list. */
        single: z.boolean(),
      }),
      stages: (params) => ['intake', ...reviewStage(params), ...(params.single === true ? ['correctRecord'] : [])],
      sends: [],
      receives: [],
      documents: ['rosterResult'],
    },
  },
  stages: {},
};
