import type { FieldRule, FormValue } from '@due-process/contracts';

/** A form as it is printed: label and words of every field that was filled in. What names a person is printed as its mask. */
export function formWords(
  fields: readonly FieldRule[],
  form: Record<string, FormValue>,
): [label: string, text: string][] {
  return fields.flatMap(({ id, label, options, type }): [string, string][] => {
    const value = form[id];
    if (value === undefined || value === null || value === '') return [];
    if (typeof value === 'object') return [[label, 'masked' in value ? value.masked : value.name]];
    if (typeof value === 'boolean') return [[label, value ? '是' : '否']];
    if (type === 'amountFen') return [[label, `${(Number(value) / 100).toFixed(2)}元`]];
    if (type === 'month') return [[label, `${String(value).slice(0, 4)} 年 ${Number(String(value).slice(5, 7))} 月`]];
    return [[label, options?.find((option) => option.value === value)?.label ?? String(value)]];
  });
}
