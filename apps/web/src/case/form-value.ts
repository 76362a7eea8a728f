import { yuan, type FieldRule, type FormValue } from '@due-process/contracts';

/** A value of the form as people read it. */
export function formWords(rule: FieldRule, value: FormValue): string {
  if (value === null || value === '') return '未填';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'object') return 'masked' in value ? value.masked : value.name;
  if (rule.type === 'amountFen' && typeof value === 'number') return yuan(value);
  if (rule.type === 'month' && typeof value === 'string') return monthWords(value);
  return rule.options?.find((option) => option.value === value)?.label ?? String(value);
}

/** `2026-02-01` → `2026 年 2 月` */
const monthWords = (date: string): string => `${date.slice(0, 4)} 年 ${Number(date.slice(5, 7))} 月`;
