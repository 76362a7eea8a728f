import { z } from 'zod';

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const dayForm = /^\d{4}-\d{2}-\d{2}$/;

function exists(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/**
 * An existing day `YYYY-MM-DD` between 1949 and 2199. One thing is said of a bad one, and nothing is broken off by it: what is wrong with its neighbours
 * is said in the same answer.
 */
export const isoDate = z
  .string()
  .regex(dayForm, '日期应写作 2026-03-01 的样子')
  .refine((text) => !dayForm.test(text) || exists(text), '没有这一天')
  .refine(
    (text) => !dayForm.test(text) || !exists(text) || (text >= '1949-01-01' && text <= '2199-12-31'),
    '日期须在 1949 年至 2199 年之间',
  )
  .meta({ format: 'date', example: '2026-03-02' });

/** Six-digit code of an administrative region; agencies are named by it. */
export const regionCode = z
  .string()
  .regex(/^\d{6}$/, '区划代码为 6 位数字')
  .meta({ example: '370600' });
