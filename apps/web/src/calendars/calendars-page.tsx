import { Button, Table } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAccount } from '../client';
import { today } from '../parts/dates';
import { Mark } from '../parts/mark';
import { Loaded } from '../parts/loaded';
import { useTitle } from '../parts/use-title';
import './calendars.css';
import { stateWords, useCalendar, useCalendars, type CalendarSummary } from './calendars';
import { NoticeDrawer } from './notice-drawer';
import { VersionPanel } from './version-panel';

export function Component() {
  useTitle('工作日历');
  const { roles } = useAccount();
  const calendars = useCalendars();
  const [entering, setEntering] = useState(false);
  return (
    <>
      <div className="screen-head">
        <h1>工作日历</h1>
        <span className="quiet">国务院办公厅每年的节假日安排；发布须两人</span>
        {roles.includes('catalog') && (
          <Button type="primary" onClick={() => setEntering(true)}>
            录入通知
          </Button>
        )}
      </div>
      <Loaded query={calendars}>
        {({ calendars: all }) => <Versions all={all} entering={entering} close={() => setEntering(false)} />}
      </Loaded>
    </>
  );
}

interface VersionsProps {
  all: CalendarSummary[];
  entering: boolean;
  close: () => void;
}

const tones = { draft: 'plain', proposed: 'amber', published: 'green' } as const;

function Versions({ all, entering, close }: VersionsProps) {
  const [address, setAddress] = useSearchParams();
  const chosen =
    address.get('version') ??
    (all.find(({ state }) => state !== 'published') ?? all.find(({ inForce }) => inForce))?.version;
  const detail = useCalendar(chosen);
  const open = (version: string): void => setAddress({ version });
  const lastYear = Math.max(
    Number(today().slice(0, 4)),
    ...all.flatMap(({ notices }) => notices.map(({ year }) => year)),
  );
  return (
    <div className="calendars">
      <section className="panel" aria-label="日历版本">
        <Table<CalendarSummary>
          size="small"
          rowKey="version"
          dataSource={all}
          pagination={false}
          locale={{ emptyText: '还没有日历' }}
          rowClassName={({ version }) => (version === chosen ? 'ant-table-row-selected' : '')}
          columns={[
            {
              title: '版本',
              render: (_, { version }) => (
                <Button size="small" type="link" onClick={() => open(version)}>
                  {version}
                </Button>
              ),
            },
            {
              title: '状态',
              render: (_, { state, inForce }) => (
                <Mark tone={tones[state]}>{inForce ? '现行' : stateWords[state]}</Mark>
              ),
            },
          ]}
        />
      </section>
      {chosen && <Loaded query={detail}>{(data) => <VersionPanel key={data.version} detail={data} />}</Loaded>}
      {entering && (
        <NoticeDrawer
          open
          year={lastYear + 1}
          close={(made) => {
            close();
            if (made) open(made);
          }}
        />
      )}
    </div>
  );
}
