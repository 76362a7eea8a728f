import type { FieldRule, FormValue } from '@due-process/contracts';

/** A value of the form as people read it. */
export function formWords(rule: FieldRule, value: FormValue): string {
  if (value === null || value === '') return '—';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'object') return 'masked' in value ? value.masked : value.name;
  if (rule.type === 'amountFen' && typeof value === 'number') return `${(value / 100).toFixed(2)} 元`;
  return rule.options?.find((option) => option.value === value)?.label ?? String(value);
}
