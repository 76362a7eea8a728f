import { z } from 'zod';
import type { Family } from './family';

const scored = {
  /** Points of the score sheet from which the result is 合格. */
  passMark: z.number().int().positive(),
  /** As what it enters the list of institutions when its agreement is signed. */
  designates: z.enum(['hospital', 'pharmacy']),
};
/** A few hundred applications a year, each with ten stages and as many limits. */
const sizeBudget = { plain: 16_384, packed: 3_584 };
const agreement = ['publicNotice', 'decideObjection', 'negotiate', 'signAgreement'];
const documents = ['assessmentNotice', 'publicNotice', 'agreement', 'designatedList'];

/** 定点协议管理: assessed case by case (青岛) or in rounds (烟台). */
export const designation: Family = {
  stories: {
    designationAssessment: {
      params: z.strictObject({
        ...scored,
        /** What follows when the second assessment is not asked for in time. */
        unrequested: z.enum(['rejected', 'banned']),
      }),
      stages: () => [
        'intake',
        'checkMaterials',
        'assess',
        'approveAssessment',
        'deliverResult',
        'requestSecond',
        ...agreement,
      ],
      sends: [],
      receives: [],
      sizeBudget,
      documents: [...documents, 'deliveryReceipt'],
      facts: [
        'resultDelivered',
        'secondResultDelivered',
        'remedyOrdered',
        'remedyEnded',
        'applicationBarred',
        'noticePublished',
        'noticeEnded',
      ],
    },
    designationRound: {
      params: z.strictObject({
        ...scored,
        /** 集中办理原则上一年不少于 2 次; by the end of these months the first and the second must be published, else the leader is told. */
        roundsAYear: z.number().int().positive(),
        firstRoundByMonth: z.number().int().min(1).max(12),
        secondRoundByMonth: z.number().int().min(1).max(12),
      }),
      stages: () => ['intake', 'assess', 'approveAssessment', ...agreement, 'train', 'checkReadiness'],
      sends: [],
      receives: [],
      sizeBudget,
      documents,
      facts: [
        'noticePublished',
        'noticeEnded',
        ...['assessment', 'notice', 'list'].flatMap((round) => [`roundAwaited:${round}`, `roundOpened:${round}`]),
      ],
    },
  },
  stages: {
    checkMaterials: { onward: 'confirmMaterials', others: ['requestSupplement', 'reject'] },
    assess: { onward: 'recordAssessment', others: ['requestSupplement'] },
    approveAssessment: { onward: 'approveAssessment', others: ['returnAssessment'] },
    deliverResult: { onward: 'recordDelivery', others: [] },
    requestSecond: { onward: 'requestSecondAssessment', others: ['closeUnrequested'], onTrouble: true },
    publicNotice: { onward: 'recordObjection', others: [] },
    decideObjection: { onward: 'dismissObjection', others: ['upholdObjection'], onTrouble: true },
    negotiate: { onward: 'agreeTerms', others: ['recordMeeting', 'failTalks'] },
    signAgreement: { onward: 'signAgreement', others: [] },
    train: { onward: 'recordTraining', others: [] },
    checkReadiness: { onward: 'passReadiness', others: ['failReadiness'] },
  },
};
