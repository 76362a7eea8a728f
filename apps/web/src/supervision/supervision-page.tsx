import { Tabs } from 'antd';
import { useAccount } from '../client';
import { shanghaiTime } from '../parts/dates';
import { Loaded } from '../parts/loaded';
import { useTitle } from '../parts/use-title';
import { groupings, useBoard, type Board } from './board';
import { AbsencesPanel } from './absences-panel';
import { BulkPanel } from './bulk-panel';
import { CaseListDrawer } from './case-list-drawer';
import { Counters } from './counters';
import { GroupTable } from './group-table';
import { OrdersTable } from './orders-table';
import { PausedPanel } from './paused-panel';
import { RepairsPanel } from './repairs-panel';
import { RungsPanel } from './rungs-panel';
import { StuckPanel } from './stuck-panel';
import './supervision.css';
import { useCounted } from './use-counted';

const orderers = ['leader', 'supervise'];

export function Component() {
  useTitle('督办');
  const board = useBoard();
  const { agencyName } = useAccount();
  return (
    <>
      <div className="screen-head">
        <h1>督办</h1>
        <span className="quiet">
          {agencyName}
          {board.data && `，截至 ${shanghaiTime(board.data.asOf)}`}
        </span>
      </div>
      <Loaded query={board}>{(data) => <Overview board={data} />}</Loaded>
    </>
  );
}

function Overview({ board }: { board: Board }) {
  const { roles } = useAccount();
  const { counted, show, close, by, setBy } = useCounted();
  const mayOrder = roles.some((role) => orderers.includes(role));
  return (
    <>
      <Counters board={board} show={show} />
      <div className="supervision">
        <section className="panel" aria-label="在办情况">
          <Tabs
            activeKey={by ?? groupings[0].id}
            onChange={setBy}
            items={[
              ...groupings.map(({ id, label, by: condition }) => ({
                key: id as string,
                label,
                children: <GroupTable groups={board[id]} by={condition} show={show} />,
              })),
              { key: 'paused', label: `暂停件 ${board.paused}`, children: <PausedPanel /> },
              { key: 'orders', label: '督办单', children: <OrdersTable /> },
              { key: 'repairs', label: '修复', children: <RepairsPanel /> },
              { key: 'bulk', label: '批量办理', children: <BulkPanel /> },
              { key: 'absences', label: '请假代理', children: <AbsencesPanel /> },
            ]}
          />
        </section>
        <div className="supervision-side">
          <StuckPanel show={show} />
          <RungsPanel rungs={board.nextRungs} />
        </div>
      </div>
      <CaseListDrawer counted={counted} close={close} mayOrder={mayOrder} />
    </>
  );
}
