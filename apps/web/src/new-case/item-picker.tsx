import { isOutsideRole, type ItemSummary } from '@due-process/contracts';
import type { RefSelectProps } from 'antd';
import { useCallback, type Ref } from 'react';
import { useAccount } from '../client';
import { ItemSelect } from '../parts/item-select';

interface Props {
  id: string;
  value: string | undefined;
  onChange: (code: string) => void;
  picker: Ref<RefSelectProps>;
}

/** The items that this person may register. */
export function ItemPicker({ id, value, onChange, picker }: Props) {
  const { roles } = useAccount();
  const outside = roles.some(isOutsideRole);
  const offered = useCallback(
    ({ openedBy }: ItemSummary) => openedBy.some((role) => (outside ? roles.includes(role) : role === 'window')),
    [outside, roles],
  );
  return (
    <ItemSelect
      value={value}
      onChange={(code) => code && onChange(code)}
      offered={offered}
      picker={picker}
      select={{
        id,
        autoFocus: true,
        placeholder: '输入事项名称、拼音首字母（如 zc）或事项编码',
        listHeight: 420,
        style: { width: '100%' },
      }}
    />
  );
}
