import { z } from 'zod';
import { regionCode } from './dates';

export const itemQuerySchema = z.strictObject({ region: regionCode.optional() });
export type ItemQuery = z.infer<typeof itemQuerySchema>;

export const itemCodeParam = z.string().max(40).meta({ example: 'YT-2.2' });
