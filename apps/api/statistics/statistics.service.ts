import { Injectable } from '@nestjs/common';
import type { Actor } from '@due-process/contracts';
import { may, numberDefinitions } from '@due-process/domain';
import { Directory } from '../cases/directory';
import { CatalogShelf } from '../items/catalog-shelf';
import { Database } from '../platform/database/database';
import { numbersSql, type Dimension } from './statistics.sql';

export interface Period {
  from: string;
  to: string;
}

interface Row {
  id: string | null;
  closed: number;
  statutory: number;
  statutoryInTime: number;
  promised: number;
  promisedInTime: number;
  chargedInTime: number;
  meanUsed: number | null;
  p90Used: number | null;
  usedShare: number | null;
  supplements: number;
  secondNotices: number;
  returns: number;
  escalations: number;
}

export interface NumbersLine extends Row {
  name: string;
  statutoryOnTime: number | null;
  promisedOnTime: number | null;
  chargedOnTime: number | null;
  supplementsPerCase: number;
}

const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;

/** 统计: numbers of closed cases, from their frozen clocks. A person sees their own; who leads a section sees all of the agency. */
@Injectable()
export class Statistics {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly shelf: CatalogShelf,
  ) {}

  async numbers(actor: Actor, { from, to }: Period, by: Dimension): Promise<NumbersLine[]> {
    const rows = await this.database.query<Row>(numbersSql(by), [actor.agency, from, to, this.only(actor), null]);
    const nameOf = await this.namer(actor.agency, by, rows);
    return rows.map((row) => ({
      ...row,
      name: nameOf(row.id),
      statutoryOnTime: share(row.statutoryInTime, row.statutory),
      promisedOnTime: share(row.promisedInTime, row.promised),
      chargedOnTime: share(row.chargedInTime, row.statutory),
      supplementsPerCase: Math.round((row.supplements / row.closed) * 100) / 100,
    }));
  }

  async page(actor: Actor, period: Period, by: Dimension) {
    return {
      ...period,
      by,
      own: this.only(actor) !== null,
      definitions: numberDefinitions,
      lines: await this.numbers(actor, period, by),
    };
  }

  /** Null where the whole agency may be seen. */
  only(actor: Actor): string | null {
    return may(actor, 'supervision.read', { agency: actor.agency }) === true ? null : actor.id;
  }

  private async namer(agency: string, by: Dimension, rows: Row[]): Promise<(id: string | null) => string> {
    const people = by === 'person' ? await this.directory.displayNames(rows.flatMap(({ id }) => id ?? [])) : undefined;
    return (id) => {
      if (id === null) return '--';
      if (by === 'unit') return this.directory.unitName(agency, id);
      if (by === 'item') return this.shelf.catalog.published(id)?.name ?? id;
      return people ? people(id) : id;
    };
  }
}
