import type { ItemFile } from '../schema/item';
import { isCounted, outsideRoleSchema } from '../schema/rules';
import { problem, type ItemCheck } from './finding';

const repeated = (ids: string[]): string[] => ids.filter((id, index) => ids.indexOf(id) !== index);

const outside: ReadonlySet<string> = new Set(outsideRoleSchema.options);

/** An outside role works in an organisation, which the case names; everybody else in a unit of the agency. */
function wrongPlace(
  item: ItemFile,
  { role, unit }: { role: string; unit: string },
  units: ReadonlySet<string>,
): string[] {
  const field = unit.startsWith('form.') ? unit.slice('form.'.length) : undefined;
  if (unit !== 'opener' && field === undefined) {
    if (outside.has(role)) return [`${role} belongs to no unit of the agency: opener or form.<field>`];
    return units.has(unit) ? [] : [`unknown unit ${unit}`];
  }
  if (!outside.has(role)) return [`${unit} is an organisation, where nobody is ${role}`];
  const rule = item.form.find(({ id }) => id === field);
  if (field === undefined || rule?.type === 'organisation' || rule?.type === 'choice') return [];
  return [`${unit} names no organisation`];
}

/** Every name an item uses leads somewhere: offices, units, ladders, causes of pauses, clocks. */
export const checkReferences: ItemCheck = ({ item, edition }) => {
  const offices = new Set(edition.offices.offices.map(({ id }) => id));
  const units = new Set([...offices, ...edition.units.units.map(({ id }) => id), 'office']);
  const limits = new Set(item.limits.map(({ id }) => id));
  const causes = new Set(item.pauses.map(({ cause }) => cause));
  const listed = new Set(item.offices.list.map(({ id }) => id));
  const telephoned = [
    ...Object.keys(item.query.telephones?.byOffice ?? {}),
    ...Object.keys(item.supervision.byOffice ?? {}),
  ];
  const counted = item.limits.filter(isCounted);
  return [
    ...item.offices.list
      .filter(({ id }) => !offices.has(id))
      .map(({ id }) => problem('offices', `unknown office ${id}`)),
    ...telephoned.filter((id) => !listed.has(id)).map((id) => problem('telephones', `${id} is no office of this item`)),
    ...[item.query.telephones, item.supervision].flatMap((list) =>
      list?.byOffice
        ? [...listed].filter((id) => !list.byOffice?.[id]).map((id) => problem('telephones', `none printed for ${id}`))
        : [],
    ),
    ...item.applicantKinds
      .filter(({ addressee }) => addressee !== undefined && !item.form.some(({ id }) => id === addressee))
      .map(({ id, addressee }) => problem(`applicantKinds.${id}`, `${addressee} is no field of the form`)),
    ...item.stages.flatMap(({ id, role, unit, byChannel = {} }) =>
      [{ role, unit }, ...Object.values(byChannel)].flatMap((place) =>
        wrongPlace(item, place, units).map((words) => problem(`stages.${id}`, words)),
      ),
    ),
    ...item.stages.flatMap(({ id, byChannel = {} }) =>
      Object.keys(byChannel)
        .filter((channel) => !item.channels.some((one) => one.id === channel))
        .map((channel) => problem(`stages.${id}.byChannel`, `${channel} is no channel of this item`)),
    ),
    ...counted.flatMap((limit) => [
      ...(edition.ladders.ladders[limit.ladder]
        ? []
        : [problem(`limits.${limit.id}`, `unknown ladder ${limit.ladder}`)]),
      ...limit.stoppedBy
        .filter((cause) => !causes.has(cause))
        .map((cause) =>
          problem(`limits.${limit.id}`, `stopped by ${cause}, which the item does not list among its pauses`),
        ),
      ...(limit.within && !limits.has(limit.within)
        ? [problem(`limits.${limit.id}`, `within ${limit.within}, which is no limit of the item`)]
        : []),
    ]),
    ...(item.extension && !limits.has(item.extension.clock)
      ? [problem('extension', `extends ${item.extension.clock}, which is no limit of the item`)]
      : []),
    ...Object.entries({
      limits: item.limits.map(({ id }) => id),
      stages: item.stages.map(({ id }) => id),
      materials: item.materials.map(({ id }) => id),
      form: item.form.map(({ id }) => id),
      documents: item.documents.map(({ type }) => type),
      channels: item.channels.map(({ id }) => id),
      offices: item.offices.list.map(({ id }) => id),
    }).flatMap(([list, ids]) => repeated(ids).map((id) => problem(list, `${id} stands there twice`))),
    ...Object.keys(item.params)
      .filter((name) => !item.paramsBasis[name])
      .map((name) => problem('paramsBasis', `missing basis of ${name}`)),
    ...Object.keys(item.paramsBasis)
      .filter((name) => !(name in item.params))
      .map((name) => problem('paramsBasis', `basis of ${name}, which is no parameter`)),
  ];
};
