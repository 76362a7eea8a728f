import { Injectable } from '@nestjs/common';
import type { Actor, FlowStep, FlowWay, ItemPublished } from '@due-process/contracts';
import { chartPlace } from '@due-process/domain';
import { CatalogShelf } from '../items/catalog-shelf';
import { Database } from '../platform/database/database';
import { Problem } from '../platform/errors/problem';
import { Statistics, type Period } from './statistics.service';
import { flowSql } from './statistics.sql';

interface StepRow {
  step: string;
  cases: number;
  mean: number;
  p90: number;
  total: number;
}

const round4 = (value: number): number => Math.round(value * 10_000) / 10_000;

/** 日子花在哪里: the item's flow chart with what closed cases spent at each place, and what stands there now. */
@Injectable()
export class Flow {
  constructor(
    private readonly database: Database,
    private readonly shelf: CatalogShelf,
    private readonly statistics: Statistics,
  ) {}

  async of(actor: Actor, { from, to }: Period, code: string) {
    const item = this.shelf.catalog.published(code);
    if (!item) throw new Problem('ITEM_UNKNOWN');
    const own = this.statistics.only(actor);
    const asked = [actor.agency, code, from, to, own];
    const [rows, limits, ways, open] = await Promise.all([
      this.database.query<StepRow>(flowSql.steps, asked),
      this.database.query<{ id: string; days: number; late: number }>(flowSql.limits, asked),
      this.database.query<{ path: string[]; cases: number }>(flowSql.ways, asked),
      this.database.query<{ step: string; cases: number }>(flowSql.waiting, [actor.agency, code, own]),
    ]);
    const all = rows.reduce((sum, { total }) => sum + total, 0);
    const taken = new Map(rows.map((row) => [row.step, row]));
    const waiting = new Map(open.map(({ step, cases }) => [step, cases]));
    const cases = ways.reduce((sum, way) => sum + way.cases, 0);
    const seen = new Set([...item.stages.map(({ id }) => id), ...taken.keys(), ...waiting.keys()]);
    const steps = [...seen].flatMap((id): FlowStep[] => {
      const row = taken.get(id);
      const here = waiting.get(id) ?? 0;
      // What the system does within the day is no place where days go.
      if (id === 'effect' && (row?.total ?? 0) === 0 && here === 0) return [];
      const limit = limits.find((one) =>
        item.limits.some(({ id: rule, startsOn }) => rule === one.id && startsOn === `taskOpened:${id}`),
      );
      return [
        {
          id,
          ...chartPlace(item, id),
          cases: row?.cases ?? 0,
          meanDays: row ? row.mean : null,
          p90Days: row ? row.p90 : null,
          totalDays: row?.total ?? 0,
          share: row && all > 0 ? round4(row.total / all) : null,
          limitDays: limit?.days ?? null,
          late: limit?.late ?? 0,
          waiting: here,
        },
      ];
    });
    return {
      from,
      to,
      item: code,
      itemName: item.name,
      own: own !== null,
      cases,
      meanDays: cases > 0 ? Math.round((all / cases) * 100) / 100 : null,
      steps,
      ways: waysOf(ways, new Set(steps.map(({ id }) => id)), item),
    };
  }
}

/** From place to place, with how many cases went; the catalogue's own order where none has closed yet. */
function waysOf(ways: readonly { path: string[]; cases: number }[], known: ReadonlySet<string>, item: ItemPublished) {
  const count = new Map<string, FlowWay>();
  const go = (path: readonly string[], cases: number): void => {
    const whole = ['start', ...path.filter((step, at, all) => known.has(step) && step !== all[at - 1]), 'end'];
    for (const [at, to] of whole.entries()) {
      const from = whole[at - 1];
      if (from === undefined || from === to) continue;
      const way = count.get(`${from}>${to}`) ?? { from, to, cases: 0 };
      count.set(`${from}>${to}`, { ...way, cases: way.cases + cases });
    }
  };
  for (const { path, cases } of ways) go(path, cases);
  if (ways.length === 0)
    go(
      item.stages.map(({ id }) => id),
      0,
    );
  return [...count.values()].sort((a, b) => b.cases - a.cases);
}
