import { Segmented } from 'antd';
import { useState } from 'react';
import { Loaded } from '../parts/loaded';
import { RepairList } from './repair-list';
import { useRepairs } from './repairs';

/** Repairs of the agency: what waits for a second person first, and whether each case has moved since. */
export function RepairsPanel() {
  const [open, setOpen] = useState(true);
  const repairs = useRepairs(open);
  return (
    <>
      <Segmented
        aria-label="显示"
        value={open ? 'open' : 'all'}
        options={[
          { value: 'open', label: '未了结' },
          { value: 'all', label: '全部' },
        ]}
        onChange={(value) => setOpen(value === 'open')}
        style={{ marginBottom: 8 }}
      />
      <Loaded query={repairs}>
        {({ repairs: rows }) => <RepairList repairs={rows} empty="没有未了结的修复。" withCase />}
      </Loaded>
    </>
  );
}
