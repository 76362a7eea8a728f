import { isoDate, regionCode } from '@due-process/contracts/schemas';
import { z } from 'zod';

/**
 * Lists as other systems push them: a department that identifies persons in need, the monthly settlement with hospitals. Here only the list itself is
 * checked; a bad line is sent back alone and the others go on.
 */
export const maxLines = 2000;

const lineSchema = z.looseObject({ line: z.int().min(1).max(1_000_000) });

export const listSchema = z
  .strictObject({
    listNo: z.string().regex(/^[A-Za-z0-9-]{8,64}$/, '应为 8 至 64 位字母、数字或连字符'),
    /** One of the kinds that an item of the agency's catalogue takes. */
    kind: z.string().min(1).max(60),
    toAgency: regionCode,
    /** Who identified the persons. */
    department: z.string().trim().min(1).max(60),
    issuedOn: isoDate,
    lines: z.array(lineSchema).min(1).max(maxLines),
  })
  .superRefine(({ lines }, context) => {
    const seen = new Set<number>();
    for (const [index, { line }] of lines.entries()) {
      if (seen.has(line)) context.addIssue({ code: 'custom', path: ['lines', index, 'line'], message: '行号重复' });
      seen.add(line);
    }
  });
export type PushedList = z.output<typeof listSchema>;
export type PushedLine = PushedList['lines'][number];

export const listNoParam = z.string().min(1).max(64);
