import { Checkbox, Select, Space } from 'antd';
import type { ReactNode } from 'react';

export interface OfferedMaterial {
  id: string;
  name: string;
  alternatives?: readonly { id: string; name: string }[];
  promisable?: boolean;
  shareable?: boolean;
}
export interface GivenMaterial {
  id: string;
  status: 'received' | 'missing' | 'shared' | 'promised';
  alternative?: string;
}

interface Props {
  offered: readonly OfferedMaterial[];
  /** By material; what is not named is missing. */
  value: Readonly<Record<string, GivenMaterial>>;
  onChange: (value: Record<string, GivenMaterial>) => void;
  disabled?: boolean;
  /** What stands under a line: its files. */
  below?: (material: OfferedMaterial) => ReactNode;
}

const ways = (material: OfferedMaterial) => [
  { value: 'received', label: '已收' },
  ...(material.shareable ? [{ value: 'shared', label: '数据共享取得' }] : []),
  ...(material.promisable ? [{ value: 'promised', label: '告知承诺' }] : []),
];

/** The checklist: a tick for what is there; which proof of several, and how it came, only where the item leaves a choice. */
export function MaterialsInput({ offered, value, onChange, disabled = false, below }: Props) {
  const set = (id: string, change: Partial<GivenMaterial>): void =>
    onChange({ ...value, [id]: { ...(value[id] ?? { id, status: 'missing' as const }), ...change } });
  return (
    <div role="group" aria-label="材料清单">
      {offered.map((material) => {
        const line = value[material.id];
        const there = line !== undefined && line.status !== 'missing';
        const choices = ways(material);
        const proofs = material.alternatives ?? [];
        return (
          <div key={material.id} style={{ padding: '4px 0' }}>
            <Checkbox
              checked={there}
              disabled={disabled}
              onChange={({ target }) => set(material.id, { status: target.checked ? 'received' : 'missing' })}
            >
              {material.name}
            </Checkbox>
            {there && (choices.length > 1 || proofs.length > 1) && (
              <Space size={4} style={{ marginInlineStart: 24 }} wrap>
                {choices.length > 1 && (
                  <Select
                    size="small"
                    aria-label={`${material.name}：取得方式`}
                    value={line.status}
                    options={choices}
                    disabled={disabled}
                    style={{ minWidth: 130 }}
                    onChange={(status: GivenMaterial['status']) => set(material.id, { status })}
                  />
                )}
                {proofs.length > 1 && (
                  <Select
                    size="small"
                    aria-label={`${material.name}：提交的是哪一种`}
                    {...(line.alternative ? { value: line.alternative } : {})}
                    placeholder="提交的是哪一种"
                    options={proofs.map(({ id, name }) => ({ value: id, label: name }))}
                    disabled={disabled}
                    style={{ minWidth: 180 }}
                    popupMatchSelectWidth={false}
                    onChange={(alternative: string) => set(material.id, { alternative })}
                  />
                )}
              </Space>
            )}
            {below?.(material)}
          </div>
        );
      })}
    </div>
  );
}
