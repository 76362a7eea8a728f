import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Empty, Popconfirm, Table, Tooltip } from 'antd';
import { useState } from 'react';
import { useAccount, write } from '../client';
import { shanghaiTime } from '../parts/dates';
import { Loaded } from '../parts/loaded';
import { Mark } from '../parts/mark';
import { useProblem } from '../parts/use-problem';
import { useTitle } from '../parts/use-title';
import './review-rounds.css';
import { RoundCasesDrawer } from './round-cases-drawer';
import { quarterWords, useReviewRounds, type Looked, type ReviewedItem, type ReviewRound } from './review-rounds';

const openers = ['head', 'leader'] as const;

/** 每季度审核办理一次 (YT-7 六): what waits for the round, the quarter's round, and what became of each. */
export function Component() {
  useTitle('季度审核');
  const { roles } = useAccount();
  const mayOpen = openers.some((role) => roles.includes(role));
  const rounds = useReviewRounds();
  const [looked, look] = useState<Looked>();
  return (
    <>
      <div className="screen-head">
        <h1>季度审核</h1>
        <span className="quiet">按季度集中审核的事项：等待的办件自审核之日起计算审核时限</span>
      </div>
      <Loaded query={rounds}>
        {({ items, rounds: all, period }) =>
          items.length === 0 ? (
            <section className="panel">
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="本机构没有按季度集中审核的事项。" />
            </section>
          ) : (
            items.map((item) => (
              <ItemPanel
                key={item.itemCode}
                item={item}
                period={period}
                rounds={all.filter(({ itemCode }) => itemCode === item.itemCode)}
                mayOpen={mayOpen}
                look={look}
              />
            ))
          )
        }
      </Loaded>
      {looked && <RoundCasesDrawer looked={looked} close={() => look(undefined)} />}
    </>
  );
}

interface PanelProps {
  item: ReviewedItem;
  period: string;
  rounds: ReviewRound[];
  mayOpen: boolean;
  look: (looked: Looked) => void;
}

function ItemPanel({ item: { itemCode, name, waiting, opensOn }, period, rounds, mayOpen, look }: PanelProps) {
  const { message } = App.useApp();
  const tell = useProblem();
  const cache = useQueryClient();
  const opened = rounds.find((round) => round.period === period);
  const opening = useMutation({
    mutationFn: () => write<ReviewRound>('/api/review-rounds', { itemCode }),
    onSuccess: ({ period: of }) => {
      void message.success(`${quarterWords(of)}的审核已开启`);
      void cache.invalidateQueries({ queryKey: ['review-rounds'] });
    },
    onError: tell,
  });
  const why = opened ? `${quarterWords(period)}的审核已于 ${opened.reviewOn} 开启，每季度一次` : '';
  return (
    <section className="panel" aria-label={`${itemCode} ${name}`}>
      <div className="screen-head">
        <h2 className="round-head">
          {itemCode} {name}
        </h2>
        <span>
          等待审核 <b>{waiting}</b> 件
        </span>
        <span className="quiet">下一轮 {opensOn} 自动开启</span>
        <Button
          onClick={() =>
            look({
              title: `等待审核 · ${name}`,
              path: `/api/review-rounds/waiting/${itemCode}`,
              empty: '没有等待审核的办件',
            })
          }
        >
          查看等待的办件
        </Button>
        {mayOpen && (
          <Tooltip title={why}>
            <Popconfirm
              title={`开启${quarterWords(period)}的审核？`}
              description={`以今日为审核之日；等待的 ${waiting} 件随即进入审核并开始计时。每季度只能开启一次。`}
              okText="开启"
              disabled={opened !== undefined}
              onConfirm={() => opening.mutate()}
            >
              <Button
                type={opened ? 'default' : 'primary'}
                loading={opening.isPending}
                {...(opened ? { className: 'unavailable', 'aria-disabled': true } : {})}
              >
                开启本季度审核
                {why && <span className="visually-hidden">不能办理：{why}</span>}
              </Button>
            </Popconfirm>
          </Tooltip>
        )}
      </div>
      <Table<ReviewRound>
        size="small"
        rowKey="id"
        dataSource={rounds}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: '还没有审核过；每季度首个工作日自动开启' }}
        columns={[
          { title: '季度', className: 'nowrap', render: (_, round) => quarterWords(round.period) },
          { title: '审核之日', className: 'nowrap', dataIndex: 'reviewOn' },
          {
            title: '开启',
            render: (_, { openedBy, openedAt }) => `${openedBy ? '人工' : '自动'} ${shanghaiTime(openedAt)}`,
          },
          {
            title: '进度',
            render: (_, { state, finishedAt }) => (
              <>
                <Mark tone={state === 'open' ? 'blue' : 'green'}>{state === 'open' ? '正在收入' : '已全部收入'}</Mark>{' '}
                {finishedAt && <span className="quiet">{shanghaiTime(finishedAt)}</span>}
              </>
            ),
          },
          {
            title: '收入办件',
            align: 'right',
            render: (_, { told, failed }) => (
              <>
                {told} 件{failed > 0 && <span className="light-red">，{failed} 件尚未收入</span>}
              </>
            ),
          },
          {
            title: '操作',
            width: 110,
            render: (_, round) => (
              <Button
                size="small"
                onClick={() =>
                  look({
                    title: `${quarterWords(round.period)} · ${name}`,
                    path: `/api/review-rounds/${round.id}/cases`,
                    empty: '这一轮没有办件',
                  })
                }
              >
                办件和结果
              </Button>
            ),
          },
        ]}
      />
    </section>
  );
}
