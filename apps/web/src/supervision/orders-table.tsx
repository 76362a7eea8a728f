import { Button, Segmented, Space, Table } from 'antd';
import { useState } from 'react';
import { useAccount } from '../client';
import { CaseLink } from '../parts/case-link';
import { shanghaiTime, today } from '../parts/dates';
import { Mark } from '../parts/mark';
import { ProblemNote } from '../parts/problem-note';
import { AnswerDialog } from './answer-dialog';
import { ObjectionDialog } from './objection-dialog';
import { useOrders, type Order } from './orders';

const answerers = ['head', 'leader'];
const tones = { order: 'blue', yellow: 'amber', red: 'red' } as const;

/** 督办单: what is to be answered, by whom and by when; what was answered. */
export function OrdersTable() {
  const { id, roles } = useAccount();
  const [open, setOpen] = useState(true);
  const [answering, setAnswering] = useState<Order>();
  const [objecting, setObjecting] = useState<Order>();
  const mayObject = (order: Order): boolean =>
    order.objection === null &&
    order.withdrawnAt === null &&
    (order.objectBy === null || order.objectBy >= today()) &&
    (order.addressee === id || roles.includes('head'));
  const mayDecide = (order: Order): boolean =>
    order.objection !== null && order.objectionAnswer === null && roles.includes('leader');
  const { data, error, isPending, refetch } = useOrders(open);
  const mayAnswer = ({ addressee, repliedAt }: Order): boolean =>
    repliedAt === null && (addressee === id || roles.some((role) => answerers.includes(role)));
  return (
    <>
      <Segmented
        aria-label="显示"
        value={open ? 'open' : 'all'}
        options={[
          { value: 'open', label: '待答复' },
          { value: 'all', label: '全部' },
        ]}
        onChange={(value) => setOpen(value === 'open')}
        style={{ marginBottom: 8 }}
      />
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      <Table<Order>
        size="small"
        rowKey="orderNo"
        loading={isPending}
        dataSource={data?.orders ?? []}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        locale={{ emptyText: open ? '没有待答复的督办单' : '没有督办单' }}
        columns={[
          {
            title: '类别',
            width: 80,
            render: (_, { level, levelWords, ruleWords, withdrawnAt }) => (
              <>
                <Mark tone={withdrawnAt ? 'plain' : tones[level]}>{levelWords}</Mark>
                <div className="quiet">{withdrawnAt ? '已撤销' : ruleWords}</div>
              </>
            ),
          },
          {
            title: '办件、发给',
            width: 210,
            render: (_, { caseNo, addresseeName }) => (
              <>
                <CaseLink caseNo={caseNo} />
                <div>{addresseeName}</div>
              </>
            ),
          },
          {
            title: '内容与答复',
            render: (
              _,
              { text, reply, repliedByName, repliedAt, issuedByName, issuedAt, objection, objectionAnswer },
            ) => (
              <>
                {text}{' '}
                <span className="quiet">
                  （{issuedByName}，{shanghaiTime(issuedAt)}）
                </span>
                {reply && (
                  <div>
                    答复：{reply}{' '}
                    <span className="quiet">
                      （{repliedByName}，{shanghaiTime(repliedAt ?? '')}）
                    </span>
                  </div>
                )}
                {objection && (
                  <div>
                    申辩：{objection}{' '}
                    <span className="quiet">{objectionAnswer ? `（${objectionAnswer}）` : '（待分管领导决定）'}</span>
                  </div>
                )}
              </>
            ),
          },
          {
            title: '答复期限',
            className: 'nowrap',
            render: (_, { replyBy, repliedAt, objectBy, objection }) => (
              <>
                {repliedAt === null && replyBy < today() ? <span className="light-red">{replyBy} 已过</span> : replyBy}
                {objectBy && objection === null && objectBy >= today() && (
                  <div className="quiet">申辩至 {objectBy}</div>
                )}
              </>
            ),
          },
          {
            title: '操作',
            width: 100,
            render: (_, order) => (
              <Space size={4} wrap>
                {mayAnswer(order) && (
                  <Button size="small" onClick={() => setAnswering(order)}>
                    答复
                  </Button>
                )}
                {(mayObject(order) || mayDecide(order)) && (
                  <Button size="small" onClick={() => setObjecting(order)}>
                    {mayDecide(order) ? '决定申辩' : '申辩'}
                  </Button>
                )}
              </Space>
            ),
          },
        ]}
      />
      {objecting && <ObjectionDialog order={objecting} close={() => setObjecting(undefined)} />}
      {answering && <AnswerDialog order={answering} close={() => setAnswering(undefined)} />}
    </>
  );
}
