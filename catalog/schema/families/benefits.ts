import { z } from 'zod';
import { cameBy, type Family } from './family';

const paid = {
  /** Payment kind of the fund. */
  pays: z.enum(['reimbursement', 'medicalAid', 'maternityExpense', 'maternityAllowance']),
};
const itemCode = z.string().regex(/^[A-Z]{2}-\d+(\.\d+)?$/);
const channels = z.array(z.string()).min(1).optional();
const named = (value: unknown): string[] => (typeof value === 'string' ? [value] : []);
const when = (given: unknown, stage: string): string[] => (given === undefined || given === false ? [] : [stage]);

/** 手工报销, 生育待遇, 医疗救助: taken in, audited, settled, paid. */
export const benefits: Family = {
  stories: {
    reimbursement: {
      params: z.strictObject({
        ...paid,
        /** A finding comes before the audit (YT-6.3 二). */
        finding: z.boolean().optional(),
        audits: z.enum(['auditCosts', 'auditAid']),
        settles: z.enum(['settleBenefit', 'settleAid']),
      }),
      stages: (params) => [
        'intake',
        ...when(params.finding, 'emergencyFinding'),
        ...named(params.audits),
        ...named(params.settles),
        'disburse',
      ],
      sends: [],
      receives: [],
      documents: ['settlementStatement', 'paymentNotice'],
    },
    maternityPayment: {
      params: z.strictObject({
        ...paid,
        /** Channels that are taken in provisionally first, and those whose papers are passed on to the agency. */
        preAcceptance: channels,
        passingOn: channels,
        /** Channel in which the hospital settles itself: nothing is paid to the person. */
        hospitalChannel: z.string().optional(),
        records: z.string().optional(),
        audits: z.literal('auditCosts').optional(),
        settles: z.enum(['settleAtOnce', 'settleMaternity']),
        /** The item that follows by itself (免申即享), its channel, and the variant of both. */
        opens: itemCode.optional(),
        opensBy: z.string().optional(),
        opensAs: z.string().optional(),
      }),
      stages: (params) => [
        ...when(params.preAcceptance, 'preAcceptance'),
        ...when(params.passingOn, 'passOn'),
        'intake',
        ...named(params.audits),
        ...named(params.settles),
        ...when(params.records, 'correctRecord'),
        params.audits === undefined ? 'correctAccount' : 'disburse',
        ...when(params.opens, 'openAllowance'),
      ],
      course: (params, application) => [
        ...(cameBy(params.preAcceptance, application) ? ['preAcceptance'] : []),
        ...(cameBy(params.passingOn, application) ? ['passOn'] : []),
        'intake',
        ...named(params.audits),
        ...named(params.settles),
        ...(params.audits === undefined || cameBy(params.hospitalChannel, application) ? [] : ['disburse']),
      ],
      sends: [],
      receives: [],
      documents: ['settlementStatement', 'paymentNotice'],
    },
    maternityAllowance: {
      params: z.strictObject({
        ...paid,
        /** Month by month until the entitled days end, or in one sum. */
        monthly: z.boolean(),
        /** Channel of cases that the settlement itself opens (免申即享). */
        pushedChannel: z.string().optional(),
        /** Once for a birth, whoever applies for it or settles it. */
        onePer: z.literal('birth'),
      }),
      stages: () => ['intake', 'assessAllowance', 'disburse'],
      course: (params, application) => [
        'intake',
        ...(cameBy(params.pushedChannel, application) ? [] : ['assessAllowance']),
        ...(params.monthly === true ? [] : ['disburse']),
      ],
      sends: [],
      receives: [],
      documents: ['settlementStatement', 'paymentNotice'],
      facts: ['maternitySettled', 'allowanceBegun'],
    },
  },
  stages: {
    preAcceptance: { onward: 'preAccept', others: ['refuse'] },
    passOn: { onward: 'passOn', others: [] },
    emergencyFinding: { onward: 'confirmNotEmergency', others: ['reject'] },
    auditCosts: { onward: 'approve', others: ['reject', 'requestSupplement'] },
    auditAid: { onward: 'approve', others: ['reject', 'requestSupplement'] },
    settleBenefit: { onward: 'settle', others: ['returnToAudit'] },
    settleMaternity: { onward: 'settle', others: ['returnToAudit'] },
    settleAid: { onward: 'settle', others: ['returnToAudit'] },
    settleAtOnce: { onward: 'settle', others: ['reject'] },
    assessAllowance: { onward: 'assess', others: ['reject', 'requestSupplement'] },
    disburse: { onward: 'pay', others: [] },
    correctAccount: { onward: 'payAgain', others: [], onTrouble: true },
    openAllowance: { onward: 'openAgain', others: ['leaveOut'], onTrouble: true },
  },
};
