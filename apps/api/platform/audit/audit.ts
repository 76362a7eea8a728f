import { Injectable } from '@nestjs/common';
import type { Actor } from '@due-process/contracts';
import { Database } from '../database/database';

export interface AuditEntry {
  actor?: Actor;
  action: string;
  /** What it was done to: a version, a case number; never a person's data. */
  target?: string;
  outcome: 'done' | 'refused';
  address?: string;
  detail?: Record<string, unknown>;
}

/** 审计日志: acts outside the cases, whose own journal says who did what to them. Read by the auditors alone. */
@Injectable()
export class Audit {
  constructor(private readonly database: Database) {}

  async write({ actor, action, target, outcome, address, detail }: AuditEntry): Promise<void> {
    await this.database.query(
      `INSERT INTO audit (account_id, agency, action, target, outcome, address, detail)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [actor?.id, actor?.agency, action, target, outcome, address, detail ?? {}],
    );
  }
}
