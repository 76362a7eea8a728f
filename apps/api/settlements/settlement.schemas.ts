import { isoDate, regionCode } from '@due-process/contracts/schemas';
import { z } from 'zod';

/** Bodies and questions of what stands behind the monthly settlement. */
const merchantNo = z.string().regex(/^[A-Za-z0-9-]{4,40}$/, '应为 4 至 40 位字母、数字或连字符');
const name = z
  .string()
  .trim()
  .min(1)
  .refine((text) => [...text].length <= 60, '最多 60 个字');
const creditCode = z.string().regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/, '统一社会信用代码有误');

/** At most two thousand a call: a terminal's day, or a page of a city's. */
export const cardDataSchema = z.strictObject({
  agency: regionCode,
  transactions: z
    .array(
      z.strictObject({
        transactionNo: z.string().regex(/^[A-Za-z0-9-]{6,64}$/, '应为 6 至 64 位字母、数字或连字符'),
        merchantNo,
        merchantName: name,
        tradedOn: isoDate,
        amountFen: z.int().min(0).max(100_000_000),
      }),
    )
    .min(1)
    .max(2000),
});
export type CardData = z.output<typeof cardDataSchema>;

/** 商户号、商户名称、交易日期: all three, so that nobody leafs through another's trade. */
export const transactionQuery = z.strictObject({ merchantNo, merchantName: name, tradedOn: isoDate });
export type TransactionQuery = z.output<typeof transactionQuery>;

export const institutionSchema = z.strictObject({
  creditCode,
  kind: z.enum(['hospital', 'pharmacy', 'pharmacySet']),
  name,
  merchantNo: merchantNo.optional(),
  officeId: z.string().max(60).optional(),
  organisation: z.string().max(60).optional(),
  designatedOn: isoDate,
});
export type InstitutionInput = z.output<typeof institutionSchema>;

export const creditCodeParam = creditCode;
export const periodParam = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, '应为年月，如 2026-10');
export const monthQuery = z.strictObject({ period: periodParam });
export const endSchema = z.strictObject({ endedOn: isoDate, reason: z.string().trim().min(2).max(200).optional() });
export type EndInput = z.output<typeof endSchema>;
