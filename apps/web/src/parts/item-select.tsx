import type { ItemSummary } from '@due-process/contracts';
import { Select, type RefSelectProps, type SelectProps } from 'antd';
import { useMemo, useState, type Ref } from 'react';
import { byChapter } from './item-options';
import { itemMatches, useItems, useSpelling } from './item-search';

interface Props {
  value: string | undefined;
  onChange: (code: string | undefined) => void;
  /** Those that may be chosen here; all when absent. */
  offered?: (item: ItemSummary) => boolean;
  picker?: Ref<RefSelectProps>;
  select?: Omit<SelectProps<string>, 'value' | 'onChange' | 'options' | 'showSearch' | 'ref'>;
}

const everything = (): boolean => true;

/** An item by name, pinyin (whole or initials) or code, under the headings of the guide. */
export function ItemSelect({ value, onChange, offered = everything, picker, select }: Props) {
  const { data, isPending } = useItems();
  const items = useMemo(() => (data?.items ?? []).filter(offered), [data, offered]);
  const [searched, setSearched] = useState(false);
  const spelling = useSpelling(searched ? items.map(({ name }) => name) : []);
  const byCode = useMemo(() => new Map(items.map((item) => [item.code, item])), [items]);
  return (
    <Select<string>
      {...select}
      {...(picker ? { ref: picker } : {})}
      {...(value ? { value } : {})}
      loading={isPending}
      showSearch={{
        filterOption: (typed, option) => {
          const item = byCode.get(String(option?.value));
          return item !== undefined && itemMatches(typed, item, spelling.get(item.name));
        },
      }}
      onFocus={() => setSearched(true)}
      notFoundContent={isPending ? '正在载入事项…' : '没有这个事项，请换个说法，或到“事项目录”查看'}
      options={byChapter(items)}
      onChange={onChange}
    />
  );
}
