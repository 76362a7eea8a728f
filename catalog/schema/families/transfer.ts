import { z } from 'zod';
import { reviewed, reviewStage, type Family } from './family';

const reminders = {
  /** Working days of silence before the other place is reminded. */
  reminderDays: z.number().int().positive(),
  maxReminders: z.number().int().positive(),
};

/** 关系转移接续: certificate, transfer out, transfer in. */
export const transfer: Family = {
  stories: {
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
  },
  stages: {
    prepareInformationForm: { onward: 'sendInformationForm', others: [] },
    settlePersonalAccount: { onward: 'settleAccount', others: [] },
    registerTransferIn: { onward: 'completeTransferIn', others: [] },
  },
};
