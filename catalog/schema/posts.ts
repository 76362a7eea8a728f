import { z } from 'zod';
import { basisSchema, idSchema, placeSchema } from './basis';
import { roleSchema } from './rules';

/** 岗位: whom a stage of a signing chain means by 副处长, 处长 …: the role that may sign, in the section where it sits. */
export const postsSchema = z.strictObject({
  posts: z
    .array(
      z.strictObject({
        id: idSchema,
        name: z.string().min(1),
        role: roleSchema,
        unit: placeSchema,
        basis: basisSchema,
      }),
    )
    .min(1),
});
export type PostsFile = z.infer<typeof postsSchema>;
