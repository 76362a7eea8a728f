import type { Condition, ItemLimit, ItemPublished, LimitUnit } from '@due-process/contracts';

const unitWords: Record<LimitUnit, string> = {
  workingDay: '个工作日',
  calendarDay: '日',
  month: '个月',
  year: '年',
  dayOfNextMonth: '日（次月）',
};
const kindWords: Readonly<Record<ItemLimit['kind'], string>> = {
  statutory: '法定时限',
  promised: '承诺时限',
  step: '环节时限',
  counterpart: '等待对方机构',
  publicNotice: '公示',
  remedy: '整改',
  ban: '限制期',
  commitment: '承诺补交',
  supplement: '补正期限',
};

export function limitText({ kind, name, text, immediate, quantity, unit }: ItemLimit): string {
  const length = immediate ? (text ?? '即时办理') : `${quantity ?? ''} ${unit ? unitWords[unit] : ''}`;
  return `${kindWords[kind]} · ${name}：${length.trim()}`;
}

/** Conditions in the words of the item itself: names of its variants, kinds, channels and options. */
export function whenWords(item: ItemPublished, when: Condition[] | undefined): string | undefined {
  if (!when?.length) return undefined;
  const named = [
    ...item.variants,
    ...item.applicantKinds,
    ...item.channels,
    { id: 'inProvince', name: '省内' },
    { id: 'outOfProvince', name: '省外' },
  ];
  const words = (field: string, value: string | boolean): string => {
    const rule = item.form.find(({ id }) => `form.${id}` === field);
    if (typeof value === 'boolean') return `${rule?.label ?? ''}${value ? '是' : '否'}`;
    return (
      rule?.options?.find((option) => option.value === value)?.label ??
      named.find(({ id }) => id === value)?.name ??
      value
    );
  };
  return `仅限：${when.map(({ field, in: values }) => values.map((value) => words(field, value)).join('或')).join('，且')}`;
}
