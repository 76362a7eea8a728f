import { Inject, Injectable } from '@nestjs/common';
import { createColumnCipher, type Keys } from '@due-process/secrets';
import { Database } from '../platform/database/database';
import { KEYS } from '../platform/keys/keys.module';

/** What was typed so far, as the screen keeps it; nothing in it has been checked. */
export type DraftContent = Record<string, unknown>;

export interface DraftLine {
  id: string;
  itemCode: string;
  updatedAt: string;
}

interface Row extends DraftLine {
  content: string;
}

/** A form that nobody came back to holds personal data for nothing. */
const keptFor = '30 days';
const columns = 'id, item_code as "itemCode", updated_at as "updatedAt"';

/** Forms not yet handed in: their content is sealed whole, and only their owner reads them. */
@Injectable()
export class DraftStore {
  private readonly cipher;

  constructor(
    @Inject(KEYS) keys: Keys,
    private readonly database: Database,
  ) {
    this.cipher = createColumnCipher(keys);
  }

  list(account: string): Promise<DraftLine[]> {
    return this.database.query<DraftLine>(
      `select ${columns} from draft where account_id = $1 and updated_at > now() - $2::interval
        order by updated_at desc limit 100`,
      [account, keptFor],
    );
  }

  async read(account: string, id: string): Promise<(DraftLine & { content: DraftContent }) | undefined> {
    const [row] = await this.database.query<Row>(
      `select ${columns}, content_sealed as content from draft where id = $1 and account_id = $2`,
      [id, account],
    );
    return row && { ...row, content: JSON.parse(this.cipher.open(row.content)) as DraftContent };
  }

  /** The same id again replaces what stood there; undefined when it is somebody else's. */
  async keep(
    owner: { account: string; agency: string },
    draft: { id: string; itemCode: string; content: DraftContent },
  ): Promise<DraftLine | undefined> {
    await this.database.query(`delete from draft where account_id = $1 and updated_at < now() - $2::interval`, [
      owner.account,
      keptFor,
    ]);
    const [row] = await this.database.query<DraftLine>(
      `insert into draft (id, account_id, agency, item_code, content_sealed) values ($1, $2, $3, $4, $5)
       on conflict (id) do update set item_code = excluded.item_code, content_sealed = excluded.content_sealed, updated_at = now()
        where draft.account_id = $2
       returning ${columns}`,
      [draft.id, owner.account, owner.agency, draft.itemCode, this.cipher.seal(JSON.stringify(draft.content))],
    );
    return row;
  }

  async remove(account: string, id: string): Promise<void> {
    await this.database.query('delete from draft where id = $1 and account_id = $2', [id, account]);
  }
}
