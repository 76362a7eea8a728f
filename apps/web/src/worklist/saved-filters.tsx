import { App, Button, Dropdown, Input } from 'antd';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { copyText } from '../parts/copy-text';

interface Saved {
  name: string;
  search: string;
}
const store = 'due-process:saved-filters';
const load = (): Saved[] => JSON.parse(localStorage.getItem(store) ?? '[]') as Saved[];

/** Named filters on this machine, and a link for a colleague. Neither holds a name or an identity number: the address has none. */
export function SavedFilters() {
  const { modal, message } = App.useApp();
  const { search } = useLocation();
  const navigate = useNavigate();
  const [saved, setSaved] = useState(load);

  function keep(next: Saved[]): void {
    localStorage.setItem(store, JSON.stringify(next));
    setSaved(next);
  }
  function save(): void {
    let name = '';
    void modal.confirm({
      title: '保存当前筛选条件',
      icon: null,
      content: (
        <Input
          aria-label="名称"
          placeholder="名称，如：转移快到期"
          maxLength={20}
          onChange={({ target }) => (name = target.value.trim())}
        />
      ),
      okText: '保存',
      onOk: () =>
        keep([...saved.filter((one) => one.name !== name), { name: name || `条件 ${saved.length + 1}`, search }]),
    });
  }
  async function share(): Promise<void> {
    await copyText(location.href);
    message.success('链接已复制，同事打开即见同样的筛选');
  }

  const items = [
    ...saved.map(({ name, search: to }) => ({
      key: `go:${name}`,
      label: name,
      onClick: () => void navigate({ search: to }),
    })),
    ...(saved.length > 0 ? [{ type: 'divider' as const }] : []),
    { key: 'save', label: '保存当前条件…', onClick: save },
    { key: 'share', label: '复制链接', onClick: () => void share() },
    ...(saved.length > 0
      ? [
          {
            key: 'drop',
            label: '删除',
            children: saved.map(({ name }) => ({
              key: `drop:${name}`,
              label: name,
              onClick: () => keep(saved.filter((one) => one.name !== name)),
            })),
          },
        ]
      : []),
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button>我的筛选</Button>
    </Dropdown>
  );
}
