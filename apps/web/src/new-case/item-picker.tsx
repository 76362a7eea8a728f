import { Select, type RefSelectProps } from 'antd';
import type { Ref } from 'react';
import { itemMatches, useItems, useSpelling } from '../parts/item-search';

interface Props {
  id: string;
  value: string | undefined;
  onChange: (code: string) => void;
  picker: Ref<RefSelectProps>;
}

export function ItemPicker({ id, value, onChange, picker }: Props) {
  const { data, isPending } = useItems();
  const items = data?.items ?? [];
  const spelling = useSpelling(items.map(({ name }) => name));
  return (
    <Select
      id={id}
      ref={picker}
      autoFocus
      {...(value ? { value } : {})}
      loading={isPending}
      showSearch={{
        filterOption: (typed, option) => {
          const item = items.find(({ code }) => code === option?.value);
          return item !== undefined && itemMatches(typed, item, spelling.get(item.name));
        },
      }}
      placeholder="输入事项名称、拼音首字母（如 zc）或事项编码"
      notFoundContent={isPending ? '正在载入事项…' : '没有这个事项，请换个说法，或到“事项目录”查看'}
      options={items.map(({ code, name, mode }) => ({
        value: code,
        label: `${code} ${name}${mode === 'immediate' ? '（即办件）' : ''}`,
      }))}
      onChange={onChange}
      style={{ width: '100%' }}
    />
  );
}
