import { Button, Space, Table } from 'antd';
import { useState } from 'react';
import { useAccount } from '../client';
import { Loaded } from '../parts/loaded';
import { Mark } from '../parts/mark';
import { useTitle } from '../parts/use-title';
import { AdmittedDrawer } from './admitted-drawer';
import { PublishDialog } from './publish-dialog';
import { RestrictionsPanel } from './restrictions-panel';
import { kindWords, stateWords, stepWords, useWindows, type AcceptanceWindow } from './windows';
import { WithdrawDialog } from './withdraw-dialog';

const publishers = ['head', 'leader', 'catalog'] as const;
const tones = { announced: 'blue', open: 'green', closed: 'plain', withdrawn: 'red' } as const;

interface Working {
  act: 'read' | 'withdraw';
  window: AcceptanceWindow;
}

/** 集中缴费期, 受理计划 and 批次: what is taken in when. Applications outside are refused with these dates. */
export function Component() {
  useTitle('受理期间');
  const { roles } = useAccount();
  const mayPublish = publishers.some((role) => roles.includes(role));
  const windows = useWindows();
  const [publishing, setPublishing] = useState(false);
  const [working, setWorking] = useState<Working>();
  const close = (): void => setWorking(undefined);
  return (
    <>
      <div className="screen-head">
        <h1>受理期间</h1>
        <span className="quiet">集中缴费期、受理计划和集中办理批次；期间以外的申请按所公布的日期答复</span>
        {mayPublish && (
          <Button type="primary" onClick={() => setPublishing(true)}>
            公布
          </Button>
        )}
      </div>
      <section className="panel">
        <Loaded query={windows}>
          {({ windows: all, offered }) => (
            <>
              <WindowTable windows={all} mayPublish={mayPublish} work={(act, window) => setWorking({ act, window })} />
              {publishing && <PublishDialog offered={offered} close={() => setPublishing(false)} />}
            </>
          )}
        </Loaded>
      </section>
      <RestrictionsPanel />
      {working?.act === 'read' && <AdmittedDrawer window={working.window} mayAdvance={mayPublish} close={close} />}
      {working?.act === 'withdraw' && <WithdrawDialog window={working.window} close={close} />}
    </>
  );
}

interface TableProps {
  windows: AcceptanceWindow[];
  mayPublish: boolean;
  work: (act: Working['act'], window: AcceptanceWindow) => void;
}

const limitsOf = ({ data }: AcceptanceWindow): string =>
  [
    data.districts && `区域：${data.districts.join('、')}`,
    data.kinds && `类别：${data.kinds.join('、')}`,
    data.quota && `名额 ${data.quota}`,
    data.noticeOn && `公示 ${data.noticeOn}`,
    data.listOn && `公布名单 ${data.listOn}`,
  ]
    .filter(Boolean)
    .join('；');

const WindowTable = ({ windows, mayPublish, work }: TableProps) => (
  <Table<AcceptanceWindow>
    size="small"
    rowKey="id"
    dataSource={windows}
    pagination={{ pageSize: 20, hideOnSinglePage: true }}
    locale={{ emptyText: '还没有公布受理期间' }}
    columns={[
      {
        title: '名称',
        render: (_, window) => (
          <>
            {window.name}
            <div className="quiet">
              {kindWords[window.kind]}，{window.itemCodes.join('、')}
            </div>
          </>
        ),
      },
      { title: '受理时间', className: 'nowrap', render: (_, { from, to }) => `${from} 至 ${to}` },
      { title: '范围和日程', render: (_, window) => limitsOf(window) || '不限' },
      {
        title: '状态',
        render: (_, { state, step, withdrawalReason }) => (
          <>
            <Mark tone={tones[state]}>{stateWords[state]}</Mark>
            {step && <div className="quiet">进度：{stepWords[step]}</div>}
            {withdrawalReason && <div className="quiet">{withdrawalReason}</div>}
          </>
        ),
      },
      { title: '已收', align: 'right', render: (_, { admitted }) => admitted },
      {
        title: '操作',
        width: 170,
        render: (_, window) => (
          <Space size={6}>
            <Button size="small" onClick={() => work('read', window)}>
              办件
            </Button>
            {(window.step === 'list' || window.step === 'finished') && (
              <Button size="small" href={`/api/acceptance-windows/${window.id}/list.pdf`} target="_blank">
                名单
              </Button>
            )}
            {mayPublish && window.state !== 'withdrawn' && window.step === null && (
              <Button size="small" danger onClick={() => work('withdraw', window)}>
                撤回
              </Button>
            )}
          </Space>
        ),
      },
    ]}
  />
);
