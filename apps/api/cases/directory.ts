import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '@due-process/contracts';
import { CatalogShelf } from '../items/catalog-shelf';
import { Organisations } from '../organisations/organisations';
import { Database } from '../platform/database/database';

interface AccountRow {
  id: string;
  username: string;
  display_name: string;
  agency: string;
  roles: Role[];
  units: string[];
  active: boolean;
}

export interface Colleague {
  actor: Actor;
  username: string;
  displayName: string;
  active: boolean;
}

const keptForMs = 30_000;

/** Who is who, for names on screens and colleagues named in commands. Names may be half a minute old; posts are read fresh. */
@Injectable()
export class Directory {
  private readonly names = new Map<string, { name: string; until: number }>();

  constructor(
    private readonly database: Database,
    private readonly shelf: CatalogShelf,
    private readonly organisations: Organisations,
  ) {}

  /** Display names by account id or username; `system` is 系统; unknown ids stay as they are. */
  async displayNames(ids: Iterable<string>): Promise<(id: string) => string> {
    const now = Date.now();
    const missing = [...new Set(ids)].filter((id) => id !== 'system' && (this.names.get(id)?.until ?? 0) < now);
    if (missing.length > 0) {
      const rows = await this.database.query<Pick<AccountRow, 'id' | 'display_name'>>(
        'select id, display_name from account where id = any($1)',
        [missing],
      );
      for (const row of rows) this.names.set(row.id, { name: row.display_name, until: now + keptForMs });
    }
    return (id) => (id === 'system' ? '系统' : (this.names.get(id)?.name ?? id));
  }

  /** The account named by id or username, with the posts it holds now. */
  async colleague(name: string): Promise<Colleague | undefined> {
    const [row] = await this.database.query<AccountRow>(
      `select id, username, display_name, agency, roles, units, active from account where id = $1 or username = $1 limit 1`,
      [name],
    );
    if (!row) return undefined;
    const { id, roles, units, agency, username, display_name: displayName, active } = row;
    return { actor: { id, roles, units, agency }, username, displayName, active };
  }

  unitName(agency: string, unit: string): string {
    const own = this.shelf.catalog.units(agency).find(({ id }) => id === unit)?.name;
    return own ?? this.organisations.byId(unit)?.name ?? unit;
  }

  agencyName(agency: string): string {
    return this.shelf.catalog.agencies.find(({ region }) => region === agency)?.name ?? agency;
  }

  closesAt(agency: string): string | undefined {
    return this.shelf.catalog.editions.find(({ guide }) => guide.agency.region === agency)?.offices.hours.closes;
  }
}
