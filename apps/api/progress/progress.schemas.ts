import { z } from 'zod';

const caseNo = z.string().trim().min(1).max(40);
const queryCode = z.string().trim().min(1).max(20);

export const progressQuery = z.strictObject({ caseNo, queryCode });
export type ProgressQuery = z.output<typeof progressQuery>;

/** 好差评: exactly five levels (政务服务“好差评”制度). The number is what is stored; 1 and 2 need a phrase or a text. */
export const ratingLevels = {
  verySatisfied: { level: 5, words: '非常满意' },
  satisfied: { level: 4, words: '满意' },
  basicallySatisfied: { level: 3, words: '基本满意' },
  dissatisfied: { level: 2, words: '不满意' },
  veryDissatisfied: { level: 1, words: '非常不满意' },
} as const;
type LevelId = keyof typeof ratingLevels;

const ids = Object.keys(ratingLevels) as [LevelId, ...LevelId[]];
const byWords = new Map(ids.map((id) => [ratingLevels[id].words as string, id]));
const level = z.preprocess((given) => (typeof given === 'string' ? (byWords.get(given) ?? given) : given), z.enum(ids));

export const ratingSchema = z
  .strictObject({
    caseNo,
    queryCode,
    level,
    phrases: z.array(z.string().trim().min(1).max(30)).max(10).optional(),
    text: z
      .string()
      .trim()
      .refine((words) => [...words].length <= 500, '最多 500 个字')
      .optional(),
  })
  .superRefine((rating, context) => {
    const low = ratingLevels[rating.level].level <= 2;
    if (low && !rating.text && !rating.phrases?.length)
      context.addIssue({ code: 'custom', path: ['text'], message: '不满意时请选择原因或填写意见' });
  });
export type RatingInput = z.output<typeof ratingSchema>;
