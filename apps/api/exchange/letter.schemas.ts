import { letterTitles, type LetterEnvelope, type LetterReceipt, type LetterType } from '@due-process/contracts';
import { isoDate, regionCode } from '@due-process/contracts/schemas';
import { concernsAnotherLetter } from '@due-process/domain';
import { z } from 'zod';

/** Letters as other agencies send them (docs/exchange.md). What a type must say is checked here; more is kept unread. */

const letterNo = z.string().regex(/^[A-Za-z0-9-]{8,64}$/, '应为 8 至 64 位字母、数字或连字符');
const letterType = z.enum(Object.keys(letterTitles) as [LetterType, ...LetterType[]]);
const months = z.number().int().min(0).max(1200);
const fen = z.number().int().min(0);
const person = z.looseObject({
  name: z.string().refine((name) => name.trim() !== '' && [...name].length <= 30, '姓名应为 1 至 30 个字'),
  idNumber: z.string().trim().min(5).max(30),
});
const insuranceKind = z.enum(['employee', 'resident']);
const reminder = z.looseObject({ awaitedType: letterType, sentOn: isoDate });
const returned = z.looseObject({ reason: z.string().trim().min(1).max(500) });

const bodies: Record<LetterType, z.ZodType<Record<string, unknown>>> = {
  enrolmentCertificate: z.looseObject({
    person,
    insuranceKind,
    insuredSince: isoDate,
    suspendedOn: isoDate,
    paidMonths: months,
    accountBalanceFen: fen,
  }),
  contactLetter: z.looseObject({ person, account: z.looseObject({ payeeRef: z.string().min(1) }).optional() }),
  informationForm: z.looseObject({
    person,
    insuranceKind,
    paidMonths: months,
    periods: z.array(z.looseObject({ from: z.string(), to: z.string() })).max(200),
    accountBalanceFen: fen,
  }),
  reminder,
  escalation: reminder,
  returnNotice: returned,
  withdrawal: returned,
};

export const letterSchema: z.ZodType<LetterEnvelope> = z
  .strictObject({
    letterNo,
    type: letterType,
    fromAgency: regionCode,
    toAgency: regionCode,
    inReplyTo: letterNo.optional(),
    subject: z.string().regex(/^[0-9a-f]{32}$/, '应为 32 位十六进制'),
    issuedOn: isoDate,
    body: z.record(z.string(), z.unknown()),
  })
  .superRefine((letter, context) => {
    if (concernsAnotherLetter(letter.type) && letter.inReplyTo === undefined)
      context.addIssue({ code: 'custom', path: ['inReplyTo'], message: '应写明所涉函件的函号' });
    for (const issue of bodies[letter.type].safeParse(letter.body).error?.issues ?? [])
      context.addIssue({ code: 'custom', path: ['body', ...issue.path], message: issue.message });
  });

export const receiptSchema: z.ZodType<LetterReceipt> = z.strictObject({
  letterNo,
  fromAgency: regionCode,
  kind: z.enum(['delivered', 'processed', 'refused']),
  at: z.iso.datetime({ offset: true }),
  reason: z.string().max(500).optional(),
});

export const letterNoParam = letterNo;
export const assignSchema = z.strictObject({ caseNo: z.string().max(40) });
export const dismissSchema = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(1)
    .refine((text) => [...text].length <= 200, '最多 200 个字'),
});
