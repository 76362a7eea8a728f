import type { SetTotals } from '@due-process/contracts';
import type { Pool } from 'pg';
import { agreementOn } from './agreement-on';

export interface DueLine {
  merchantNo: string;
  creditCode: string;
  name: string;
  payableFen: number;
  payeeRef: string | null;
  state: 'waiting' | 'sent' | 'rejected';
  attempt: number;
}

export interface LineChange {
  merchantNo: string;
  deductionFen?: number;
  reason?: string;
  payee?: { ref: string; masked: string };
}

/** The pharmacies of a city's settlement, line by line. */
export interface SettlementSetStore {
  /** Card data as they are now, once for a case: what is uploaded later belongs to no set that is drawn up. */
  drawUp(given: { caseNo: string; agency: string; firstDay: string; lastDay: string }): Promise<void>;
  totals(caseNo: string): Promise<SetTotals>;
  /** Why the line was not changed. */
  change(caseNo: string, change: LineChange): Promise<string | undefined>;
  /** What is still to be paid, in pages; lines that this attempt has had sent back are left out. */
  due(caseNo: string, attempt: number, after: string, limit: number): Promise<DueLine[]>;
  sent(caseNo: string, merchantNo: string, attempt: number): Promise<void>;
  answered(caseNo: string, merchantNo: string, answer: { paymentNo?: string; refusal?: string }): Promise<void>;
  outcome(caseNo: string): Promise<{ paid: number; paidFen: number; rejected: { name: string; refusal: string }[] }>;
}

export function createSettlementSetStore(pool: Pool): SettlementSetStore {
  return {
    async drawUp({ caseNo, agency, firstDay, lastDay }) {
      await pool.query(
        `insert into settlement_line (case_no, merchant_no, credit_code, name, transactions, claimed_fen)
         select $1, card.merchant_no, shop.credit_code, shop.name, sum(card.transactions), sum(card.fen)
           from (select merchant_no, traded_on, count(*) as transactions, sum(amount_fen) as fen from card_transaction
                  where agency = $2 and traded_on between $3 and $4 group by merchant_no, traded_on) card
           join lateral (select credit_code, name from designated_institution shop
                          where agency = $2 and merchant_no = card.merchant_no and ${agreementOn('shop', 'card.traded_on')}
                          order by designated_on desc limit 1) shop on true
          where not exists (select 1 from settlement_line where case_no = $1)
          group by card.merchant_no, shop.credit_code, shop.name
         on conflict (case_no, merchant_no) do nothing`,
        [caseNo, agency, firstDay, lastDay],
      );
    },

    async totals(caseNo) {
      const { rows } = await pool.query<SetTotals>(
        `select count(*)::int as merchants, coalesce(sum(transactions), 0)::int as transactions,
                coalesce(sum(claimed_fen), 0)::float8 as "claimedFen", coalesce(sum(deduction_fen), 0)::float8 as "deductionFen"
           from settlement_line where case_no = $1`,
        [caseNo],
      );
      return rows[0] as SetTotals;
    },

    async change(caseNo, { merchantNo, deductionFen, reason, payee }) {
      const { rows } = await pool.query<{ claimedFen: number; state: string }>(
        'select claimed_fen::float8 as "claimedFen", state from settlement_line where case_no = $1 and merchant_no = $2',
        [caseNo, merchantNo],
      );
      const [line] = rows;
      if (!line) return `商户号 ${merchantNo} 不在本批次`;
      if (line.state === 'paid' || line.state === 'sent') return `商户号 ${merchantNo} 的费用已拨付，不能再改`;
      if (deductionFen !== undefined && deductionFen > line.claimedFen)
        return `扣减超过商户号 ${merchantNo} 本月的刷卡金额 ${(line.claimedFen / 100).toFixed(2)} 元`;
      await pool.query(
        `update settlement_line set updated_at = now(),
                deduction_fen = coalesce($3, deduction_fen), deduction_reason = case when $3::bigint is null then deduction_reason else $4 end,
                payee_ref = coalesce($5, payee_ref), payee_masked = coalesce($6, payee_masked)
          where case_no = $1 and merchant_no = $2`,
        [caseNo, merchantNo, deductionFen ?? null, reason ?? null, payee?.ref ?? null, payee?.masked ?? null],
      );
      return undefined;
    },

    async due(caseNo, attempt, after, limit) {
      const { rows } = await pool.query<DueLine>(
        `select merchant_no as "merchantNo", credit_code as "creditCode", name, (claimed_fen - deduction_fen)::float8 as "payableFen",
                payee_ref as "payeeRef", state, attempt
           from settlement_line
          where case_no = $1 and merchant_no > $3 and claimed_fen > deduction_fen
            and state <> 'paid' and not (state = 'rejected' and attempt = $2)
          order by merchant_no limit $4`,
        [caseNo, attempt, after, limit],
      );
      return rows;
    },

    async sent(caseNo, merchantNo, attempt) {
      await pool.query(
        `update settlement_line set state = 'sent', attempt = $3, refusal = null, updated_at = now()
          where case_no = $1 and merchant_no = $2 and state <> 'paid'`,
        [caseNo, merchantNo, attempt],
      );
    },

    async answered(caseNo, merchantNo, { paymentNo, refusal }) {
      await pool.query(
        `update settlement_line set state = case when $4::text is null then 'paid' else 'rejected' end, payment_no = $3, refusal = $4, updated_at = now()
          where case_no = $1 and merchant_no = $2 and state = 'sent'`,
        [caseNo, merchantNo, paymentNo ?? null, refusal ?? null],
      );
    },

    async outcome(caseNo) {
      const { rows } = await pool.query<{ state: string; name: string; refusal: string | null; fen: number }>(
        `select state, name, refusal, (claimed_fen - deduction_fen)::float8 as fen from settlement_line
          where case_no = $1 and state in ('paid', 'rejected') order by merchant_no`,
        [caseNo],
      );
      const paid = rows.filter(({ state }) => state === 'paid');
      const rejected = rows.filter(({ state }) => state === 'rejected');
      return {
        paid: paid.length,
        paidFen: paid.reduce((sum, { fen }) => sum + fen, 0),
        rejected: rejected.map(({ name, refusal }) => ({ name, refusal: refusal ?? '' })),
      };
    },
  };
}
