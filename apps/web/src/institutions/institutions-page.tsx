import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAccount } from '../client';
import { Loaded } from '../parts/loaded';
import { useTitle } from '../parts/use-title';
import { EndDialog } from './end-dialog';
import { InstitutionDialog } from './institution-dialog';
import { InstitutionTable, type Work } from './institution-table';
import { useInstitutions } from './institutions';
import { MonthPanel } from './month-panel';
import { RecordDrawer } from './record-drawer';

const keepers = ['head', 'leader', 'catalog'] as const;

/** 定点医药机构 and their monthly settlement: which month, which case, due when, how far. */
export function Component() {
  useTitle('定点机构');
  const { roles } = useAccount();
  const mayKeep = keepers.some((role) => roles.includes(role));
  const [address, setAddress] = useSearchParams();
  const list = useInstitutions();
  const [work, setWork] = useState<Work>();
  const close = (): void => setWork(undefined);
  return (
    <>
      <div className="screen-head">
        <h1>定点机构</h1>
        <span className="quiet">每月 1 日为协议期内的每家机构自动建立上月的结算办件</span>
        {mayKeep && (
          <Button type="primary" onClick={() => setWork({ act: 'keep' })}>
            登记机构
          </Button>
        )}
      </div>
      <section className="panel">
        <Loaded query={list}>
          {({ institutions, items }) => (
            <>
              <Tabs
                activeKey={address.get('view') ?? 'month'}
                onChange={(view) => setAddress({ view })}
                items={[
                  {
                    key: 'month',
                    label: '月度结算',
                    children: (
                      <MonthPanel
                        open={(creditCode) => {
                          const institution = institutions.find((one) => one.creditCode === creditCode);
                          if (institution) setWork({ act: 'read', institution });
                        }}
                      />
                    ),
                  },
                  {
                    key: 'list',
                    label: `机构名单 ${institutions.length}`,
                    children: <InstitutionTable institutions={institutions} mayKeep={mayKeep} work={setWork} />,
                  },
                ]}
              />
              {work?.act === 'keep' && <InstitutionDialog known={work.institution} items={items} close={close} />}
            </>
          )}
        </Loaded>
      </section>
      {work?.act === 'read' && <RecordDrawer institution={work.institution} close={close} />}
      {work?.act === 'end' && <EndDialog institution={work.institution} close={close} />}
    </>
  );
}
