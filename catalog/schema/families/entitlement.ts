import { z } from 'zod';
import { reviewed, reviewStage, type Family } from './family';

const share = z.number().min(0).max(1);
const fen = z.number().int().nonnegative();

/** 个人账户支付, 异地就医备案, 持卡联网结算: what an insured person is entitled to, apart from reimbursement. */
export const entitlement: Family = {
  stories: {
    accountWithdrawal: {
      params: z.strictObject({
        ...reviewed,
        /** Variant that changes the bank account and pays nothing. */
        accountChange: z.string().optional(),
      }),
      stages: (params) => [
        'intake',
        ...reviewStage(params),
        'payOut',
        'correctClosure',
        ...(params.accountChange === undefined ? [] : ['correctRecord']),
      ],
      course: (params, { variant }) => [
        'intake',
        ...reviewStage(params),
        ...(variant !== undefined && variant === params.accountChange ? [] : ['payOut']),
      ],
      sends: [],
      receives: [],
      documents: ['accountPaymentSheet'],
    },
    filing: {
      params: z.strictObject({
        ...reviewed,
        /** Kind of the filing where the item has no variants. */
        filingKind: z.string().optional(),
        /** What the filing opens; the words stand with the story. */
        effect: z.enum(['hospitalAndRegion', 'networkedStay', 'inAndOutOfProvince', 'outOfProvinceOnly']),
        /** Months for which it holds; 0: until it is changed or cancelled. */
        validMonths: z.number().int().nonnegative(),
        /** A hospital gives its opinion before it is entered. */
        opinion: z.boolean().optional(),
        /** Form that is printed. */
        prints: z.string().optional(),
      }),
      stages: (params) => [
        'intake',
        ...(params.opinion === true ? ['referralOpinion'] : []),
        ...reviewStage(params),
        'correctRecord',
      ],
      sends: [],
      receives: [],
      documents: ['residenceFilingForm', 'referralFilingForm', 'emergencyReviewForm'],
    },
    cardSettlement: {
      params: z.strictObject({
        classBFirst: share,
        employeeDeductibleFen: fen,
        employeeBasic: share,
        employeeSeriousFromFen: fen,
        employeeSerious: share,
        employeeSupplementary: share,
        residentDeductibleFen: fen,
        residentBasic: share,
        residentSeriousFromFen: fen,
        residentSerious: share,
        residentSupplementary: share,
      }),
      stages: () => ['intake', 'correctSettlement'],
      sends: [],
      receives: [],
      documents: ['settlementSheet'],
    },
  },
  stages: {
    correctClosure: { onward: 'resubmit', others: [], onTrouble: true },
    referralOpinion: { onward: 'giveOpinion', others: ['reject'] },
    correctSettlement: { onward: 'resubmit', others: ['reject'], onTrouble: true },
  },
};
