import type { Actor, ItemPublished, Role } from '@due-process/contracts';
import { isOrganisation, isOutside, may, type Opening } from '@due-process/domain';
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

/** What nobody of the agency looks at tells and changes only what is one's own; a hospital or a school does for others what its channel is there for. */
const aboutOneself = (actor: Actor, applicant: Opening['applicant']): boolean =>
  actor.roles.includes('person') || isOrganisation(applicant);

/**
 * Who may register this application: the item's agency by the channels that its counters serve, an organisation of its region or a person by
 * those that are theirs. @throws Problem
 */
export function allowOpening(
  actor: Actor,
  item: ItemPublished,
  { channel, officeId, acceptNow, backdated, applicant }: Opening,
  { organisations, subject }: { organisations: Organisations; subject: string },
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
  const itself = outside && takesInItself(actor, item, channel);
  if (outside && acceptNow && !itself) throw denied('是否受理由经办机构决定，请先提交申请');
  if (itself && aboutOneself(actor, applicant) && !actor.units.includes(subject))
    throw denied('自助办理只限本人或本单位；代他人办理请到经办机构窗口');
  return own ? { organisation: own.id } : {};
}
