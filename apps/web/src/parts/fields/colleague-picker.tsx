import { Select } from 'antd';
import { roleNames } from '@due-process/contracts';
import type { InputProps } from './input-props';
import { useColleagues } from './use-colleagues';

export function ColleaguePicker({ id, value, onChange, colleaguesOf }: InputProps) {
  const { data, isPending } = useColleagues(colleaguesOf);
  return (
    <Select
      id={id}
      {...(typeof value === 'string' ? { value } : {})}
      loading={isPending}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="输入姓名查找"
      notFoundContent="没有可以办理此环节的同事"
      options={(data?.colleagues ?? []).map(({ id: account, displayName, roles }) => ({
        value: account,
        label: `${displayName}（${roles.map((role) => roleNames[role]).join('、')}）`,
      }))}
      onChange={onChange}
    />
  );
}
