import { Injectable } from '@nestjs/common';
import type { SetTally, SettlementLineState, SettlementSetLine } from '@due-process/contracts';
import { Database } from '../platform/database/database';

/** The pharmacies of a city's settlement as they stand: written by the case's effects, read here. */
@Injectable()
export class SettlementLinesStore {
  constructor(private readonly database: Database) {}

  page(
    caseNo: string,
    { state, after = '', limit }: { state?: SettlementLineState; after?: string; limit: number },
  ): Promise<SettlementSetLine[]> {
    return this.database.query<SettlementSetLine>(
      `select merchant_no as "merchantNo", credit_code as "creditCode", name, transactions, claimed_fen::float8 as "claimedFen",
              deduction_fen::float8 as "deductionFen", deduction_reason as "deductionReason",
              (claimed_fen - deduction_fen)::float8 as "payableFen", payee_masked as payee, state, payment_no as "paymentNo", refusal
         from settlement_line where case_no = $1 and merchant_no > $2 and ($3::text is null or state = $3)
        order by merchant_no limit $4`,
      [caseNo, after, state ?? null, limit],
    );
  }

  async tally(caseNo: string): Promise<SetTally> {
    const [row] = await this.database.query<SetTally>(
      `select count(*)::int as merchants, coalesce(sum(claimed_fen), 0)::float8 as "claimedFen",
              coalesce(sum(deduction_fen), 0)::float8 as "deductionFen", coalesce(sum(claimed_fen - deduction_fen), 0)::float8 as "payableFen",
              count(*) filter (where state = 'paid')::int as paid,
              coalesce(sum(claimed_fen - deduction_fen) filter (where state = 'paid'), 0)::float8 as "paidFen",
              count(*) filter (where state = 'rejected')::int as rejected
         from settlement_line where case_no = $1`,
      [caseNo],
    );
    return row as SetTally;
  }
}
