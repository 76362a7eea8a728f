import type { Actor, FieldRule, ItemPublished, Role } from '@due-process/contracts';
import { isOrganisation, isOutside, may, type Opening, type PlainValue } from '@due-process/domain';
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
 * A hospital acts for itself alone: where the application names the institution that takes it in (YT-4, YT-5.4, YT-7, QD-5, QD-10, YT-11), an account outside names
 * itself, by its id, its name or the entry as which it is listed. A field that is emptied (null) names nobody. @throws Problem
 */
export function inOwnName(
  actor: Actor,
  ownName: string,
  item: { form: readonly FieldRule[] },
  form: { readonly [field: string]: PlainValue | null },
): void {
  for (const { id, label, options } of item.form.filter(({ namesOpener }) => namesOpener)) {
    const value = form[id];
    if (value === undefined || value === null) continue;
    const code = typeof value === 'object' ? value.code : String(value);
    const said = typeof value === 'object' ? value.name : (options?.find((one) => one.value === code)?.label ?? code);
    if (!actor.units.includes(code) && said !== ownName)
      throw denied(`只能以本机构的名义办理：${label}填的是“${said}”，登录的是“${ownName}”`);
  }
}

/**
 * Who may register this application: the item's agency by the channels that its counters serve, an organisation of its region or a person by
 * those that are theirs. @throws Problem
 */
export function allowOpening(
  actor: Actor,
  item: ItemPublished,
  { channel, officeId, acceptNow, backdated, applicant, form }: Opening,
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
  if (own) inOwnName(actor, own.name, item, form);
  if (outside && isOrganisation(applicant) && !actor.units.includes(subject))
    throw denied('只能为本单位申请；其他单位请由其自己的账号或到经办机构窗口申请');
  const itself = outside && takesInItself(actor, item, channel);
  if (outside && acceptNow && !itself) throw denied('是否受理由经办机构决定，请先提交申请');
  if (itself && aboutOneself(actor, applicant) && !actor.units.includes(subject))
    throw denied('自助办理只限本人或本单位；代他人办理请到经办机构窗口');
  return own ? { organisation: own.id } : {};
}
