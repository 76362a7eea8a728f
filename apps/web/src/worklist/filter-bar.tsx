import { Button, Select } from 'antd';
import { useColleagues } from '../parts/fields/use-colleagues';
import { lightWords } from '../parts/light';
import { SavedFilters } from './saved-filters';
import type { Filters } from './filters';
import { ItemSelect } from '../parts/item-select';

interface Props {
  filters: Filters;
  change: (change: Partial<Filters>) => void;
  clear: () => void;
}

const lights = (['red', 'yellow', 'green', 'grey'] as const).map((value) => ({ value, label: lightWords(value) }));

export function FilterBar({ filters, change, clear }: Props) {
  const { data: directory } = useColleagues();
  const people = (directory?.colleagues ?? []).map(({ id, displayName }) => ({ value: id, label: displayName }));
  const boxes = [
    {
      name: 'unit',
      words: '科室',
      width: 130,
      options: (directory?.units ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'assignee',
      words: '经办人',
      width: 150,
      options: [{ value: 'none', label: '待认领' }, { value: 'me', label: '我' }, ...people],
    },
    { name: 'light', words: '时限', width: 110, options: lights },
  ] as const;
  const narrowed = boxes.some(({ name }) => filters[name]) || filters.item || filters.q;
  return (
    <>
      {boxes.map(({ name, words, width, options }) => (
        <Select
          key={name}
          aria-label={words}
          placeholder={words}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width }}
          popupMatchSelectWidth={false}
          {...(filters[name] ? { value: filters[name] } : {})}
          options={[...options]}
          onChange={(value: string | undefined) => change({ [name]: value ?? '' })}
        />
      ))}
      <ItemSelect
        value={filters.item}
        onChange={(item) => change({ item: item ?? '' })}
        select={{
          'aria-label': '事项',
          placeholder: '事项：名称、拼音或编码',
          allowClear: true,
          className: 'worklist-item',
          popupMatchSelectWidth: 420,
          listHeight: 420,
        }}
      />
      {narrowed && (
        <Button type="text" onClick={clear}>
          清除条件
        </Button>
      )}
      <SavedFilters />
    </>
  );
}
