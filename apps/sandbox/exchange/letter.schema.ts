import { letterTitles, type LetterType } from '@due-process/contracts';
import { concernsAnotherLetter } from '@due-process/domain';
import { z } from 'zod';

export const regionCode = z.string().regex(/^\d{6}$/, '应为 6 位行政区划代码');
export const isoDate = z.iso.date('应为 YYYY-MM-DD');
export const letterType = z.enum(Object.keys(letterTitles) as [LetterType, ...LetterType[]]);

const number = z.string().regex(/^[A-Za-z0-9-]{8,64}$/, '应为 8 至 64 位字母、数字或连字符');
const text = z.string().trim().min(1).max(500);
const fen = z.int().min(0);
const insuranceKind = z.enum(['employee', 'resident']);
const yearMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '应为 YYYY-MM');

/** Names of 1 to 30 characters, counted as a person counts them: 𠮷 is one. */
const personName = z.string().refine((name) => name.trim() !== '' && [...name].length <= 30, '姓名应为 1 至 30 个字');

export const person = z.looseObject({
  name: personName,
  idNumber: z.string().trim().min(5).max(30),
  telephone: z.string().max(30).optional(),
});
const issuer = z.looseObject({ agency: regionCode, name: text, telephone: z.string().max(30).optional() });

const reminder = z.looseObject({ awaitedType: letterType, sentOn: isoDate });
const returned = z.looseObject({ reason: text });

/** What each type must at least say; more is allowed and forwarded unread. */
export const bodySchemas: Record<LetterType, z.ZodType<Record<string, unknown>>> = {
  enrolmentCertificate: z.looseObject({
    person,
    insuranceKind,
    insuredSince: isoDate,
    suspendedOn: isoDate,
    paidMonths: z.int().min(0).max(1200),
    accountBalanceFen: fen,
    issuer,
  }),
  contactLetter: z.looseObject({
    person,
    certificateNo: z.string().max(64).optional(),
    account: z
      .looseObject({ payeeRef: text, accountName: text, bank: text, accountNo: z.string().regex(/^\d{8,30}$/) })
      .optional(),
    issuer,
  }),
  informationForm: z.looseObject({
    person,
    insuranceKind,
    paidMonths: z.int().min(0).max(1200),
    periods: z.array(z.looseObject({ from: yearMonth, to: yearMonth, months: z.int().min(1), insuranceKind })).max(200),
    accountBalanceFen: fen,
    issuer,
  }),
  reminder,
  escalation: reminder,
  returnNotice: returned,
  withdrawal: returned,
};

export const letterEnvelope = z
  .strictObject({
    letterNo: number,
    type: letterType,
    fromAgency: regionCode,
    toAgency: regionCode,
    inReplyTo: number.optional(),
    subject: z.string().regex(/^[0-9a-f]{32}$/, '应为 32 位十六进制'),
    issuedOn: isoDate,
    body: z.record(z.string(), z.unknown()),
  })
  .superRefine((letter, context) => {
    if (letter.fromAgency === letter.toAgency) {
      context.addIssue({ code: 'custom', path: ['toAgency'], message: '收件机构不能是发件机构' });
    }
    if (concernsAnotherLetter(letter.type) && letter.inReplyTo === undefined) {
      context.addIssue({ code: 'custom', path: ['inReplyTo'], message: '应写明所涉函件的函号' });
    }
    for (const issue of bodySchemas[letter.type].safeParse(letter.body).error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: ['body', ...issue.path], message: issue.message });
    }
  });

export const letterReceipt = z
  .strictObject({
    letterNo: number,
    fromAgency: regionCode,
    kind: z.enum(['delivered', 'processed', 'refused']),
    at: z.iso.datetime({ offset: true }),
    reason: text.optional(),
  })
  .refine((receipt) => receipt.kind !== 'refused' || receipt.reason !== undefined, {
    path: ['reason'],
    message: '退收应写明原因',
  });
