import { z } from 'zod';
import type { Family } from './family';

/** 定点医药机构费用结算: monthly, by category, with the signing chain that an item names. */
export const settlement: Family = {
  stories: {
    institutionSettlement: {
      params: z.strictObject({
        /** 二级清算类别 or the one line of a pharmacy; a claimed, returned, quota and deduction field has the category in its name. */
        categories: z.array(z.string()).min(1),
        /** For whom a case opens by itself each month: every hospital, every pharmacy, or all pharmacies of the city in one. */
        opensFor: z.enum(['hospitals', 'pharmacies', 'cityPharmacies']),
        /** The channel of the case that opens by itself. */
        opensBy: z.string(),
        /** The variant of the case that opens by itself, of an item that has variants. */
        opensAs: z.string().optional(),
        /** One open case for an institution and a month, not one for an institution. */
        onePer: z.literal('period'),
        /** The institution reports its costs of the month first. */
        reports: z.boolean(),
        /** A second person compares with quota and sheet before money is asked for. */
        verifies: z.boolean(),
        /** Stages of the signing chain, in its order. */
        signers: z.array(z.string()).optional(),
        archives: z.boolean(),
      }),
      stages: ({ reports, verifies, signers, archives }) => [
        ...(reports === true ? ['reportCosts'] : []),
        'intake',
        'settleCosts',
        ...(verifies === true ? ['verifySettlement'] : []),
        ...(Array.isArray(signers) ? signers.map(String) : []),
        'transferFunds',
        ...(archives === true ? ['archiveSettlement'] : []),
      ],
      sends: [],
      receives: [],
      documents: ['monthlySettlementSheet', 'appropriationSheet', 'paymentOrder', 'categoryReturnNotice'],
      facts: ['periodEnded', 'costsPaid'],
      // A few thousand cases a month, each with a long chain of signatures.
      sizeBudget: { plain: 16_384, packed: 3_584 },
    },
  },
  stages: {
    reportCosts: { onward: 'report', others: [] },
    settleCosts: { onward: 'settle', others: ['returnToPost', 'deductMerchant'] },
    verifySettlement: { onward: 'confirmSettlement', others: ['returnToPost'] },
    signBusiness: { onward: 'sign', others: ['returnToPost'] },
    signDeputy: { onward: 'sign', others: ['returnToPost'] },
    signDirector: { onward: 'sign', others: ['returnToPost'] },
    signLeader: { onward: 'sign', others: ['returnToPost'] },
    transferFunds: { onward: 'payInstitution', others: ['returnToPost', 'correctPayee'] },
    archiveSettlement: { onward: 'archive', others: [] },
  },
};
