import { Injectable } from '@nestjs/common';
import type { ItemRules } from '@due-process/contracts';
import type { EntityManager } from 'typeorm';
import { CatalogShelf } from '../items/catalog-shelf';
import { Database } from '../platform/database/database';
import { Problem } from '../platform/errors/problem';

/** Rules by hash: a case is handled by the edition in force when it was registered, whatever is published later. */
@Injectable()
export class RulesStore {
  private readonly kept = new Map<string, ItemRules>();
  private readonly stored = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly shelf: CatalogShelf,
  ) {}

  /** Keeps the item's rules in force with the journal and gives their hash. */
  async pin(manager: EntityManager, itemCode: string): Promise<string> {
    const pinned = this.shelf.catalog.rules(itemCode);
    if (!pinned) throw new Problem('ITEM_UNKNOWN');
    const { rules, hash } = pinned;
    if (!this.stored.has(hash)) {
      await manager.query(
        'insert into case_rules (hash, item_code, edition, rules) values ($1, $2, $3, $4) on conflict (hash) do nothing',
        [hash, rules.code, rules.edition, JSON.stringify(rules)],
      );
    }
    this.kept.set(hash, rules);
    return hash;
  }

  async byHash(hash: string): Promise<ItemRules> {
    const kept = this.kept.get(hash);
    // Whoever asks by hash has a committed row that names it.
    this.stored.add(hash);
    if (kept) return kept;
    const [row] = await this.database.query<{ rules: ItemRules }>('select rules from case_rules where hash = $1', [
      hash,
    ]);
    if (!row) throw new Error(`rules ${hash} are not kept`);
    this.kept.set(hash, row.rules);
    return row.rules;
  }
}
