import { Injectable } from '@nestjs/common';
import type { Actor } from '@due-process/contracts';
import { Database } from '../platform/database/database';
import { Problem } from '../platform/errors/problem';

export interface InboxMessage {
  id: string;
  caseNo: string | null;
  kind: string;
  text: string;
  /** To the account itself, to its unit, or to its post. */
  to: 'account' | 'unit' | 'role';
  createdAt: string;
  readAt: string | null;
}

/** Addressed to the account, one of its units, or one of its posts in its agency. $1 account, $2 units, $3 agency, $4 roles. */
const mine = '(account = $1 or unit = any($2) or (agency = $3 and role = any($4)))';
const who = (actor: Actor): unknown[] => [actor.id, actor.units, actor.agency, actor.roles];

const columns = `id, case_no as "caseNo", kind, text,
  case when account is not null then 'account' when unit is not null then 'unit' else 'role' end as "to",
  created_at as "createdAt", read_at as "readAt"`;

@Injectable()
export class Inbox {
  constructor(private readonly database: Database) {}

  /** Newest first; `after` is the id of the last message of the page before. */
  async page(actor: Actor, { unread, after, limit }: { unread?: boolean; after?: string; limit: number }) {
    const parameters = [...who(actor), limit + 1];
    const rest = after
      ? `and (created_at, id) < (select created_at, id from message where id = $${parameters.push(after)})`
      : '';
    const rows = await this.database.query<InboxMessage>(
      `select ${columns} from message where ${mine} ${unread ? 'and read_at is null' : ''} ${rest}
        order by created_at desc, id desc limit $5`,
      parameters,
    );
    const messages = rows.slice(0, limit);
    return { messages, next: rows.length > limit ? (messages.at(-1)?.id ?? null) : null };
  }

  /** A message to a unit or a post is read once, by whoever opens it first. */
  async read(actor: Actor, id: string): Promise<InboxMessage> {
    const [message] = await this.database.query<InboxMessage>(
      `with marked as (
         update message set read_at = coalesce(read_at, now()), read_by = coalesce(read_by, $1)
          where id = $5 and ${mine} returning *)
       select ${columns} from marked`,
      [...who(actor), id],
    );
    if (!message) throw new Problem('NOT_FOUND');
    return message;
  }

  async counts(actor: Actor): Promise<{ unread: number; urgent: number }> {
    const [row] = await this.database.query<{ unread: string; urgent: string }>(
      `select count(*) as unread, count(*) filter (where kind in ('order', 'rung')) as urgent
         from message where ${mine} and read_at is null`,
      who(actor),
    );
    return { unread: Number(row?.unread ?? 0), urgent: Number(row?.urgent ?? 0) };
  }
}
