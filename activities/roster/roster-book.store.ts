import { createColumnCipher, type Keys } from '@due-process/secrets';
import type { Pool } from 'pg';

export interface StagedLine {
  lineNo: number;
  name: string;
  idNumber: string;
  firstLine?: number;
  registeredOn?: string;
}

export interface SettledLine {
  lineNo: number;
  /** Number of the entry in the core platform; without it the line comes back with `reason`. */
  recordNo?: string;
  reason?: string;
}

export interface RosterCounts {
  lines: number;
  accepted: number;
  rejected: number;
}

interface Row {
  line_no: number;
  name_sealed: string;
  id_number_sealed: string;
  first_line: number | null;
  registered_on: string | null;
}

export interface RosterBook {
  /** False when the list belongs to another case. */
  begin(rosterId: string, caseNo: string): Promise<boolean>;
  /** The next lines that are not settled. `scheme`: the insurance and year for which one person is registered once. */
  next(rosterId: string, limit: number, scheme: string | undefined): Promise<StagedLine[]>;
  /** Settles lines once, whoever comes first, and counts them. */
  settle(rosterId: string, lines: SettledLine[], scheme: string | undefined): Promise<RosterCounts>;
  finish(rosterId: string): Promise<RosterCounts>;
}

const counts = 'lines, accepted, rejected';

/** The rows of a list as the worker settles them; names and numbers are opened here and only for the register's question. */
export function createRosterBook(pool: Pool, keys: Pick<Keys, 'column'>): RosterBook {
  const cipher = createColumnCipher(keys);
  return {
    async begin(rosterId, caseNo) {
      const { rowCount } = await pool.query(
        `update roster set state = 'processing', started_at = coalesce(started_at, now())
          where id = $1 and case_no = $2 and state <> 'reading'`,
        [rosterId, caseNo],
      );
      return rowCount === 1;
    },

    async next(rosterId, limit, scheme) {
      const { rows } = await pool.query<Row>(
        `select line_no, name_sealed, id_number_sealed,
                (select min(other.line_no) from roster_line other
                  where other.roster_id = line.roster_id and other.subject = line.subject and other.line_no < line.line_no) as first_line,
                (select to_char(min(other.settled_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') from roster_line other
                  where other.scheme = $3 and other.subject = line.subject and other.state = 'accepted'
                    and other.roster_id <> line.roster_id) as registered_on
           from roster_line line where roster_id = $1 and state = 'staged' order by line_no limit $2`,
        [rosterId, limit, scheme ?? null],
      );
      return rows.map((row) => ({
        lineNo: row.line_no,
        name: cipher.open(row.name_sealed),
        idNumber: cipher.open(row.id_number_sealed),
        ...(row.first_line === null ? {} : { firstLine: row.first_line }),
        ...(row.registered_on === null ? {} : { registeredOn: row.registered_on }),
      }));
    },

    async settle(rosterId, lines, scheme) {
      const { rows } = await pool.query<RosterCounts>(
        `with answer as (
           select * from json_to_recordset($2::json) as row ("lineNo" int, "recordNo" text, reason text)
         ), settled as (
           update roster_line line
              set state = case when answer."recordNo" is null then 'rejected' else 'accepted' end, reason = answer.reason,
                  record_no = answer."recordNo", scheme = $3, settled_at = now()
             from answer where line.roster_id = $1 and line.line_no = answer."lineNo" and line.state = 'staged'
           returning line.state
         )
         update roster
            set accepted = accepted + (select count(*) from settled where state = 'accepted'),
                rejected = rejected + (select count(*) from settled where state = 'rejected')
          where id = $1 returning ${counts}`,
        [rosterId, JSON.stringify(lines), scheme ?? null],
      );
      return one(rows);
    },

    async finish(rosterId) {
      const { rows } = await pool.query<RosterCounts>(
        `update roster set state = 'settled', settled_at = coalesce(settled_at, now()) where id = $1 returning ${counts}`,
        [rosterId],
      );
      return one(rows);
    },
  };
}

function one(rows: RosterCounts[]): RosterCounts {
  const [row] = rows;
  if (!row) throw new Error('the roster is gone');
  return row;
}
