import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import type { CaseView, SettlementLinesPage } from '@due-process/contracts';
import { read } from '../client';
import { Mark } from '../parts/mark';

const tones = { waiting: 'plain', sent: 'blue', paid: 'green', rejected: 'red' } as const;
const money = (fen: number): string => (fen / 100).toFixed(2);
const shown = 200;

/** 全市批次 (QD-10.2): each pharmacy with its trade, what is taken off and its own payment; what came back stands first. */
export function SettlementPanel({ view }: { view: CaseView }) {
  const { data } = useQuery({
    queryKey: ['settlement-lines', view.caseNo, view.version],
    queryFn: ({ signal }) =>
      read<SettlementLinesPage>(`/api/cases/${view.caseNo}/settlement-lines`, { limit: shown }, signal),
    enabled: 'claimedCard' in view.form,
  });
  if (!data || data.tally.merchants === 0) return null;
  const { tally } = data;
  const lines = data.lines.toSorted((a, b) => Number(b.state === 'rejected') - Number(a.state === 'rejected'));
  return (
    <section className="panel" aria-labelledby="settlement-head">
      <h2 id="settlement-head">逐店结算</h2>
      <p>
        共 {tally.merchants} 家，应付 {money(tally.payableFen)} 元；已拨付 {tally.paid} 家 {money(tally.paidFen)} 元
        {tally.rejected > 0 && `，退回 ${tally.rejected} 家`}
        {tally.merchants > shown && `；以下为前 ${shown} 家`}
      </p>
      <Table<SettlementLinesPage['lines'][number]>
        size="small"
        rowKey="merchantNo"
        dataSource={lines}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        columns={[
          {
            title: '药店',
            render: (_, { name, merchantNo }) => (
              <>
                {name}
                <div className="quiet">商户号 {merchantNo}</div>
              </>
            ),
          },
          { title: '笔数', align: 'right', dataIndex: 'transactions' },
          { title: '刷卡（元）', align: 'right', render: (_, { claimedFen }) => money(claimedFen) },
          {
            title: '扣减（元）',
            align: 'right',
            render: (_, { deductionFen, deductionReason }) => (
              <>
                {money(deductionFen)}
                {deductionReason && <div className="quiet">{deductionReason}</div>}
              </>
            ),
          },
          { title: '应付（元）', align: 'right', render: (_, { payableFen }) => money(payableFen) },
          {
            title: '拨付',
            render: (_, { state, stateWords, paymentNo, refusal, payee }) => (
              <>
                <Mark tone={tones[state]}>{stateWords}</Mark>
                {state === 'paid' && <div className="quiet">凭证 {paymentNo}</div>}
                {refusal && <div className="quiet">{refusal}</div>}
                {payee && <div className="quiet">更正账号 {payee}</div>}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
