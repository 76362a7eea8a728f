import { isCounted } from '../schema/rules';
import { problem, type ItemCheck } from './finding';

const repeated = (ids: string[]): string[] => ids.filter((id, index) => ids.indexOf(id) !== index);

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
    ...item.stages
      .filter(({ unit }) => !units.has(unit))
      .map(({ id, unit }) => problem(`stages.${id}`, `unknown unit ${unit}`)),
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
