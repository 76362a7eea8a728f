import { Injectable } from '@nestjs/common';
import type { Instant, IsoDate } from '@due-process/contracts';
import { Database } from '../platform/database/database';

export interface RestrictionRow {
  id: string;
  itemCodes: string[];
  from: IsoDate;
  until: IsoDate;
  reason: string;
  caseNo: string;
  /** As the case shows the applicant. */
  applicant: string | null;
  proposedBy: string | null;
  proposedAt: Instant | null;
  proposal: string | null;
  liftedBy: string | null;
  liftedAt: Instant | null;
  liftingReason: string | null;
}

const columns = `id, item_codes as "itemCodes", starts_on::text as "from", until::text as until, reason, case_no as "caseNo",
  (select applicant_masked from case_file where case_file.case_no = restriction.case_no) as applicant,
  lifting_proposed_by as "proposedBy", lifting_proposed_at as "proposedAt", lifting_proposal as proposal,
  lifted_by as "liftedBy", lifted_at as "liftedAt", lifting_reason as "liftingReason"`;

/** 限制申请 of an agency, newest first. Each change holds only where nobody else has made it before. */
@Injectable()
export class RestrictionsStore {
  constructor(private readonly database: Database) {}

  list(region: string): Promise<RestrictionRow[]> {
    return this.database.query<RestrictionRow>(
      `select ${columns} from restriction where region = $1 order by created_at desc limit 500`,
      [region],
    );
  }

  async find(region: string, id: string): Promise<RestrictionRow | undefined> {
    const [row] = await this.database.query<RestrictionRow>(
      `select ${columns} from restriction where region = $1 and id = $2`,
      [region, id],
    );
    return row;
  }

  async propose(id: string, by: string, reason: string): Promise<void> {
    await this.database.query(
      `update restriction set lifting_proposed_by = $2, lifting_proposed_at = now(), lifting_proposal = $3
        where id = $1 and lifted_at is null and lifting_proposed_by is null`,
      [id, by, reason],
    );
  }

  async drop(id: string): Promise<void> {
    await this.database.query(
      `update restriction set lifting_proposed_by = null, lifting_proposed_at = null, lifting_proposal = null
        where id = $1 and lifted_at is null`,
      [id],
    );
  }

  async lift(id: string, by: string): Promise<void> {
    await this.database.query(
      `update restriction set lifted_by = $2, lifted_at = now(), lifting_reason = lifting_proposal
        where id = $1 and lifted_at is null and lifting_proposed_by is not null and lifting_proposed_by <> $2`,
      [id, by],
    );
  }
}
