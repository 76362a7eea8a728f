import type { Actor, ItemPublished, Role } from '@due-process/contracts';
import { isOutside, may, type Opening } from '@due-process/domain';
import { Problem } from '../platform/errors/problem';
import type { Organisations } from '../organisations/organisations';

const denied = (detail: string): Problem => new Problem('ACCESS_DENIED', { detail });

/** At the counters of the agency every business post registers as `window`. */
const opensAs = (actor: Actor): readonly Role[] => (isOutside(actor) ? actor.roles : ['window']);

/** Whether the intake is the applicant's own side's work when the case comes by this channel. */
const takesInItself = (actor: Actor, item: ItemPublished, channel: string): boolean => {
  const intake = item.stages.find(({ id }) => id === 'intake');
  const place = intake?.byChannel?.[channel];
  return place !== undefined && actor.roles.includes(place.role);
};

/**
 * Who may register this application: the item's agency by the channels that its counters serve, an organisation of its region or a person by
 * those that are theirs. @throws Problem
 */
export function allowOpening(
  actor: Actor,
  item: ItemPublished,
  { channel, officeId, acceptNow, backdated }: Opening,
  organisations: Organisations,
): { organisation?: string } {
  const outside = isOutside(actor);
  const own = outside
    ? actor.units.map((unit) => organisations.byId(unit)).find((one) => one !== undefined)
    : undefined;
  const region = outside ? (own?.agency ?? item.agency) : actor.agency;
  if (item.agency !== region) throw denied('该事项由其他统筹地区办理');
  const opener = item.channels.find(({ id }) => id === channel)?.openedBy ?? [];
  if (!opensAs(actor).some((role) => opener.includes(role)))
    throw denied('该渠道不由您这类账号登记，请选择其他办理渠道');
  if (backdated && may(actor, 'backdate', { agency: item.agency, unit: officeId }) !== true)
    throw new Problem('DATE_NOT_PERMITTED');
  if (outside && acceptNow && !takesInItself(actor, item, channel))
    throw denied('是否受理由经办机构决定，请先提交申请');
  return own ? { organisation: own.id } : {};
}
