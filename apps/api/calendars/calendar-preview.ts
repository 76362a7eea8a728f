import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Actor, WorkCalendar } from '@due-process/contracts';
import type { calendarPreviewSchema, PreviewQuery } from '@due-process/contracts/schemas';
import { shanghaiDate } from '@due-process/domain';
import type { z } from 'zod';
import { changedDays, changeOf, type ChangedClock } from './calendar-changes';
import { CalendarShelf } from './calendar-shelf';
import { RunningClocks, type ClockFilter } from './running-clocks.store';

export type CalendarPreview = z.infer<typeof calendarPreviewSchema>;
type Summary = NonNullable<CalendarPreview['summary']>;

const scanPage = 2000;

/** One request looks at this many cases for its page; a thinly affected stock is walked by following `next`. */
const scanLimit = 20_000;

@Injectable()
export class CalendarPreviews {
  constructor(
    private readonly shelf: CalendarShelf,
    private readonly clocks: RunningClocks,
  ) {}

  /** What publishing the version would change against the one in force. */
  async preview(version: string, { after, limit }: PreviewQuery, actor: Actor): Promise<CalendarPreview> {
    const base = await this.shelf.newestVersion();
    const [before, calendar] = await Promise.all([this.shelf.byVersion(base), this.shelf.byVersion(version)]);
    const changed = changedDays(before, calendar);
    const [first, last] = [changed[0], changed.at(-1)];
    const head = { version, base, changedDays: changed };
    if (!first || !last) return { ...head, summary: emptySummary(), cases: [] };
    const reach = { from: first.date, to: last.date };
    const page = await this.casesOf({ ...reach, agency: actor.agency }, calendar, after ?? '', limit);
    return { ...head, ...(after === undefined && { summary: await this.summarize(reach, calendar) }), ...page };
  }

  private async casesOf(
    filter: ClockFilter,
    calendar: WorkCalendar,
    after: string,
    limit: number,
  ): Promise<Pick<CalendarPreview, 'cases' | 'next'>> {
    const cases: CalendarPreview['cases'] = [];
    let examined = 0;
    for (let at: string | undefined = after; at !== undefined && examined < scanLimit; examined += scanPage) {
      const { clocks, last } = await this.clocks.page(filter, at, scanPage);
      for (const changed of changesOf(clocks, calendar)) {
        const full = cases.length >= limit && cases.at(-1)?.caseNo !== changed.clock.caseNo;
        if (full) return { cases, next: cases.at(-1)?.caseNo };
        cases.push(lineOf(changed));
      }
      at = last;
      if (at !== undefined && examined + scanPage >= scanLimit) return { cases, next: at };
    }
    return { cases };
  }

  /** Walks the whole stock, yielding between pages, so that clerks do not wait behind it. */
  private async summarize(filter: ClockFilter, calendar: WorkCalendar): Promise<Summary> {
    const summary = emptySummary();
    for (let at: string | undefined = ''; at !== undefined;) {
      const { clocks, last } = await this.clocks.page(filter, at, scanPage);
      const changes = changesOf(clocks, calendar);
      summary.examined += new Set(clocks.map(({ caseNo }) => caseNo)).size;
      summary.casesChanged += new Set(changes.map(({ clock }) => clock.caseNo)).size;
      summary.clocksChanged += changes.length;
      summary.newlyLate += changes.filter(({ newlyLate }) => newlyLate).length;
      summary.newlySaved += changes.filter(({ newlySaved }) => newlySaved).length;
      at = last;
      await setImmediate();
    }
    return summary;
  }
}

const emptySummary = (): Summary => ({
  examined: 0,
  casesChanged: 0,
  clocksChanged: 0,
  newlyLate: 0,
  newlySaved: 0,
});

function changesOf(clocks: Parameters<typeof changeOf>[0][], calendar: WorkCalendar): ChangedClock[] {
  const today = shanghaiDate(new Date().toISOString());
  return clocks.flatMap((clock) => changeOf(clock, calendar, today) ?? []);
}

const lineOf = ({ clock, newDueOn, newlyLate, newlySaved }: ChangedClock): CalendarPreview['cases'][number] => ({
  caseNo: clock.caseNo,
  itemCode: clock.itemCode,
  clock: clock.id,
  clockName: clock.name,
  oldDueOn: clock.dueOn,
  newDueOn,
  newlyLate,
  newlySaved,
});
