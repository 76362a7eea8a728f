import { Injectable } from '@nestjs/common';
import type { Actor, ClockRule, RungReceiver, RungRule } from '@due-process/contracts';
import { ladderCalls, receiverWords, type RungCall } from '@due-process/domain';
import { CalendarShelf } from '../calendars/calendar-shelf';
import { CatalogShelf } from '../items/catalog-shelf';
import { Database } from '../platform/database/database';
import { Problem } from '../platform/errors/problem';
import { inputProblem } from '../platform/http/schema.pipe';
import type { LadderPreview } from './ladders.schemas';

/**
 * 催督办预演: a case that nobody works on is played through for each limit of an item, and every message that would go out is listed with its receivers, for
 * the ladder in force and for one that is only proposed. Nothing is stored; people are those who hold the posts today.
 */
@Injectable()
export class LadderPreviews {
  constructor(
    private readonly shelf: CatalogShelf,
    private readonly calendars: CalendarShelf,
    private readonly database: Database,
  ) {}

  async of(actor: Actor, { item: code, officeId, startOn, pause, changes }: LadderPreview) {
    const pinned = this.shelf.catalog.rules(code);
    const item = this.shelf.catalog.published(code);
    if (!pinned || !item || item.region !== actor.agency) throw new Problem('ITEM_UNKNOWN');
    const { rules } = pinned;
    const faults = changes.flatMap(({ clock }, at) =>
      rules.clocks.some(({ id }) => id === clock)
        ? []
        : [{ field: `changes.${at}.clock`, code: 'NOT_VALID', message: '该事项没有这个时限' }],
    );
    if (faults.length > 0) throw inputProblem(faults);
    const calendar = await this.calendars.newest();
    const office = item.offices.find(({ id }) => id === officeId) ?? item.offices[0];
    const posts = await this.posts(actor.agency, office?.id ?? '');
    const asked = { startOn, calendar, pauses: pause ? [pause] : [] };
    const toldBy = (rule: ClockRule, rungs: readonly RungRule[]) => {
      const { calls, dueOn, provisional } = ladderCalls(rule, rungs, asked);
      return {
        dueOn,
        provisional,
        messages: calls.map((call) => told(call, dueOn, `${item.name}）的${rule.name}`, posts)),
      };
    };
    return {
      item: code,
      itemName: item.name,
      office: office?.name ?? '',
      startOn,
      calendarVersion: calendar.version,
      limits: rules.clocks.map((rule) => {
        const change = changes.find(({ clock }) => clock === rule.id);
        const rungs = change?.rungs.map((rung) => rung as RungRule);
        return {
          clock: rule.id,
          name: rule.name,
          kind: rule.kind,
          quantity: rule.quantity,
          unit: rule.unit,
          startsOn: rule.startsOn,
          rungs: rule.ladder,
          ...toldBy(rule, rule.ladder),
          proposed: rungs ? toldBy(rule, rungs).messages : null,
        };
      }),
    };
  }

  /** Who is told today by post: the head of the office, leaders and supervisors of the agency. */
  private async posts(agency: string, office: string): Promise<(receiver: RungReceiver) => string[]> {
    const rows = await this.database.query<{ role: RungReceiver; names: string[] }>(
      `select role, array_agg(display_name order by display_name) as names from account cross join unnest(roles) as role
        where agency = $1 and active and role in ('head', 'leader', 'supervise') and (role <> 'head' or $2 = any(units)) group by role`,
      [agency, office],
    );
    return (receiver) => rows.find(({ role }) => role === receiver)?.names ?? [];
  }
}

function told(call: RungCall, dueOn: string, what: string, posts: (receiver: RungReceiver) => string[]) {
  const when = call.on < dueOn ? `将于 ${dueOn} 到期` : call.on === dueOn ? '今日到期' : `已于 ${dueOn} 到期，现已超期`;
  return {
    ...call,
    receivers: call.receivers.map((receiver) => ({
      id: receiver,
      name: receiverWords[receiver],
      people: posts(receiver),
    })),
    text: `办件（${what}${when}`,
  };
}
