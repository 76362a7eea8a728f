import { Injectable } from '@nestjs/common';
import type { Actor, Named, Role } from '@due-process/contracts';
import { isOutside } from '@due-process/domain';
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
const clerk = '经办人员';

/** By id and name; somebody who is only called 经办人员 has no id either. */
export const namedBy =
  (nameOf: (id: string) => string) =>
  (id: string): Named => ({ id: nameOf(id) === clerk ? 'clerk' : id, name: nameOf(id) });

/** Who is who, for names on screens and colleagues named in commands. Names may be half a minute old; posts are read fresh. */
@Injectable()
export class Directory {
  private readonly names = new Map<string, { name: string; agency: string; until: number }>();

  constructor(
    private readonly database: Database,
    private readonly shelf: CatalogShelf,
    private readonly organisations: Organisations,
  ) {}

  /**
   * Display names by account id; `system` is 系统; unknown ids stay as they are. Whoever looks from outside every agency is told of no clerk by name.
   */
  async displayNames(ids: Iterable<string>, viewer?: Actor): Promise<(id: string) => string> {
    const now = Date.now();
    const missing = [...new Set(ids)].filter((id) => id !== 'system' && (this.names.get(id)?.until ?? 0) < now);
    if (missing.length > 0) {
      const rows = await this.database.query<Pick<AccountRow, 'id' | 'display_name' | 'agency'>>(
        'select id, display_name, agency from account where id = any($1)',
        [missing],
      );
      for (const row of rows) {
        this.names.set(row.id, { name: row.display_name, agency: row.agency, until: now + keptForMs });
      }
    }
    const fromOutside = viewer !== undefined && isOutside(viewer);
    return (id) => {
      if (id === 'system') return '系统';
      const known = this.names.get(id);
      return fromOutside && known?.agency !== '' ? clerk : (known?.name ?? id);
    };
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
