import { WINDOW_KINDS } from '@due-process/contracts';
import { isoDate } from '@due-process/contracts/schemas';
import { z } from 'zod';

const words = (most: number) =>
  z
    .string()
    .trim()
    .min(2)
    .refine((text) => [...text].length <= most, `最多 ${most} 个字`);
const names = z.array(words(40)).min(1).max(100);

/** A period, plan or round as it is published. Its own timetable lies after its last day. */
export const windowSchema = z
  .strictObject({
    kind: z.enum(WINDOW_KINDS),
    itemCodes: z.array(z.string().max(20)).min(1).max(20),
    name: words(60),
    from: isoDate,
    to: isoDate,
    districts: names.optional(),
    kinds: names.optional(),
    quota: z.int().min(1).max(100_000).optional(),
    noticeOn: isoDate.optional(),
    listOn: isoDate.optional(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: '截止日期不能早于开始日期', abort: true })
  .refine(({ kind, noticeOn }) => kind !== 'designationRound' || noticeOn !== undefined, {
    path: ['noticeOn'],
    error: '批次须有公示日期',
  })
  .refine(({ kind, listOn }) => kind !== 'designationRound' || listOn !== undefined, {
    path: ['listOn'],
    error: '批次须有公布名单日期',
  })
  .refine(({ to, noticeOn }) => noticeOn === undefined || noticeOn > to, {
    path: ['noticeOn'],
    error: '公示日期应在受理截止之后',
  })
  .refine(({ noticeOn, to, listOn }) => listOn === undefined || listOn > (noticeOn ?? to), {
    path: ['listOn'],
    error: '公布名单日期应在公示之后',
  });
export type WindowInput = z.infer<typeof windowSchema>;

export const windowIdParam = z.string().max(60);
export const withdrawSchema = z.strictObject({ reason: words(200) });
