import type { IsoDate, RoundStep, WindowData } from '@due-process/contracts';
import type { Pool } from 'pg';

export interface RoundWindow {
  id: string;
  region: string;
  itemCodes: string[];
  closesOn: IsoDate;
  data: WindowData;
  withdrawn: boolean;
  step: RoundStep | 'finished' | null;
  reached: Partial<Record<RoundStep, IsoDate>>;
}

export interface RoundStore {
  window(id: string): Promise<RoundWindow | undefined>;
  /** Applications under way. */
  open(id: string): Promise<number>;
  /** The step and the day on which the round reached it, written once. */
  reach(id: string, step: RoundStep, on: IsoDate): Promise<void>;
  finish(id: string): Promise<void>;
  /** Open applications of the round that have not heard of this step. */
  untold(id: string, step: RoundStep, limit: number): Promise<string[]>;
  heard(caseNo: string, step: RoundStep): Promise<void>;
}

/** Rows of a round: which applications it carries, what each has heard, and how far it is. */
export function createRoundStore(pool: Pool): RoundStore {
  return {
    async window(id) {
      const { rows } = await pool.query<RoundWindow>(
        `select id, region, item_codes as "itemCodes", closes_on::text as "closesOn", data, withdrawn_at is not null as withdrawn,
                step, coalesce(round.reached, '{}') as reached
           from acceptance_window left join round on round.window_id = id
          where id = $1 and kind = 'designationRound'`,
        [id],
      );
      return rows[0];
    },
    async open(id) {
      const { rows } = await pool.query<{ open: number }>(
        'select count(*)::int as open from admission join case_file using (case_no) where window_id = $1 and open',
        [id],
      );
      return rows[0]?.open ?? 0;
    },
    async reach(id, step, on) {
      await pool.query(
        `insert into round (window_id, step, reached) values ($1, $2, jsonb_build_object($2::text, $3::text))
         on conflict (window_id) do update set step = excluded.step, reached = excluded.reached || round.reached, updated_at = now()`,
        [id, step, on],
      );
    },
    async finish(id) {
      await pool.query(
        `insert into round (window_id, step) values ($1, 'finished')
         on conflict (window_id) do update set step = 'finished', updated_at = now()`,
        [id],
      );
    },
    async untold(id, step, limit) {
      const { rows } = await pool.query<{ case_no: string }>(
        `select case_no from admission join case_file using (case_no)
          where window_id = $1 and open and not $2 = any(told) order by case_no limit $3`,
        [id, step, limit],
      );
      return rows.map(({ case_no }) => case_no);
    },
    async heard(caseNo, step) {
      await pool.query(`update admission set told = array_append(told, $2) where case_no = $1 and not $2 = any(told)`, [
        caseNo,
        step,
      ]);
    },
  };
}
