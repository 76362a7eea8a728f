import { quarterOf, reviewRoundId, type IsoDate, type WorkCalendar } from '@due-process/contracts';
import { workingDayFrom } from '@due-process/domain';
import type { Pool } from 'pg';

export interface OpenRound {
  id: string;
  agency: string;
  itemCode: string;
  round: string;
  period: string;
  reviewOn: IsoDate;
}

export interface ReviewRoundStore {
  /** Opens the round of this quarter for every item that has one, once its day has come. */
  openDue(today: IsoDate): Promise<number>;
  unfinished(): Promise<string[]>;
  find(id: string): Promise<OpenRound | undefined>;
  /** Cases that wait for the round and were waiting on its day, in the order of their numbers. */
  waiting(round: OpenRound, after: string, limit: number): Promise<string[]>;
  told(id: string, caseNo: string): Promise<void>;
  missed(id: string, caseNo: string, error: string): Promise<void>;
  finish(id: string): Promise<void>;
}

/** Days after the first working day of a quarter in which its round opens by itself; a round missed for longer is opened by a person. */
const openingDays = 10;

const waitingCases = `
  from clock join case_file using (case_no)
  where clock.start_fact like 'roundAwaited:%' and clock.start_fact = 'roundAwaited:' || $1 and clock.state = 'running' and clock.started_on <= $2::date
    and case_file.agency = $3 and case_file.item_code = $4 and case_file.open`;

/** Rows of review rounds, written by these activities and by the API's opening alone. */
export function createReviewRoundStore(pool: Pool): ReviewRoundStore {
  return {
    async openDue(today) {
      if (!(await isDue(pool, today))) return 0;
      const { rows } = await pool.query<{ agency: string; item_code: string; round: string }>(
        `select distinct rules->>'agency' as agency, item_code, rules->'params'->>'round' as round
           from case_rules where rules->'params' ? 'round'`,
      );
      let opened = 0;
      for (const { agency, item_code: item, round } of rows) {
        const period = quarterOf(today);
        const { rowCount } = await pool.query(
          `insert into review_round (id, agency, item_code, round, period, review_on)
           values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
          [reviewRoundId(agency, item, period), agency, item, round, period, today],
        );
        opened += rowCount ?? 0;
      }
      return opened;
    },

    async unfinished() {
      const { rows } = await pool.query<{ id: string }>(`select id from review_round where state <> 'finished'`);
      return rows.map(({ id }) => id);
    },

    async find(id) {
      const { rows } = await pool.query<OpenRound>(
        `select id, agency, item_code as "itemCode", round, period, review_on::text as "reviewOn" from review_round where id = $1`,
        [id],
      );
      return rows[0];
    },

    async waiting({ round, reviewOn, agency, itemCode }, after, limit) {
      const { rows } = await pool.query<{ case_no: string }>(
        `select case_no ${waitingCases} and case_no > $5 order by case_no limit $6`,
        [round, reviewOn, agency, itemCode, after, limit],
      );
      return rows.map(({ case_no }) => case_no);
    },

    async told(id, caseNo) {
      await pool.query(
        `insert into review_round_case (round_id, case_no, told_at) values ($1, $2, now())
         on conflict (round_id, case_no) do update set told_at = coalesce(review_round_case.told_at, now()), last_error = null`,
        [id, caseNo],
      );
    },

    async missed(id, caseNo, error) {
      await pool.query(
        `insert into review_round_case (round_id, case_no, failures, last_error) values ($1, $2, 1, $3)
         on conflict (round_id, case_no) do update set failures = review_round_case.failures + 1, last_error = excluded.last_error`,
        [id, caseNo, error],
      );
    },

    async finish(id) {
      await pool.query(
        `update review_round set state = 'finished', finished_at = coalesce(finished_at, now()) where id = $1`,
        [id],
      );
    },
  };
}

/** On the first working day of the quarter, and some days more for an installation that stood still. */
async function isDue(pool: Pool, today: IsoDate): Promise<boolean> {
  const { rows } = await pool.query<{ calendar: WorkCalendar }>(
    `select calendar from calendar_version where state = 'published' order by ordinal desc limit 1`,
  );
  const [newest] = rows;
  if (!newest) return false;
  const month = String(Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0');
  const first = workingDayFrom(newest.calendar, `${today.slice(0, 4)}-${month}-01`);
  return today >= first && Date.parse(today) - Date.parse(first) <= openingDays * 86_400_000;
}
