import { isoDate, regionCode } from '@due-process/contracts/schemas';
import { z } from 'zod';

const said = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .refine((text) => [...text].length <= most, `最多 ${most} 个字`);

/** What the market regulator pushes of an enterprise (“一网通办”, 企业开办平台): it was registered, or it was struck off (单位注销督办信息). */
export const employerNoticeSchema = z
  .strictObject({
    noticeNo: z.string().regex(/^[A-Za-z0-9-]{8,64}$/, '应为 8 至 64 位字母、数字或连字符'),
    kind: z.enum(['registered', 'cancelled']),
    agency: regionCode,
    /** The office that the enterprise belongs to; the item's first when absent. */
    officeId: z.string().max(60).optional(),
    issuedOn: isoDate,
    employer: z.strictObject({
      name: said(60),
      creditCode: z.string().max(30),
      phone: z.string().max(20).optional(),
      legalRepresentative: z.string().max(60).optional(),
      registeredAddress: said(100).optional(),
      foundedOn: isoDate.optional(),
      registrationNo: said(60).optional(),
    }),
    cancellationReason: z.enum(['abolished', 'dissolved', 'merged', 'restructured', 'otherReason']).optional(),
  })
  .refine(({ kind, cancellationReason }) => (kind === 'cancelled') === (cancellationReason !== undefined), {
    path: ['cancellationReason'],
    message: '注销信息须写明原因，设立信息不写',
  });
export type EmployerNotice = z.output<typeof employerNoticeSchema>;
