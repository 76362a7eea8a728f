import type { ItemOffice, ItemPublished, ItemSummary, ItemTelephone } from '@due-process/contracts';
import type { Edition } from '../load/edition';
import type { ItemFile } from '../schema/item';
import { isCounted } from '../schema/rules';
import { dictionariesOf, withOptions } from './options';

type Telephones = ItemFile['supervision'];

/** A note on one office's number belongs to that number, not to the whole list. */
function telephones(list: Telephones | undefined, edition: Edition): ItemTelephone[] {
  if (!list) return [];
  if (list.whole) return [{ name: edition.guide.agency.regionName, telephone: list.whole, basis: list.basis }];
  return Object.entries(list.byOffice ?? {}).map(([office, telephone]) => {
    const note = list.notes?.[office];
    return {
      office,
      name: edition.offices.offices.find(({ id }) => id === office)?.name ?? office,
      telephone,
      basis: note ? { ...list.basis, note } : list.basis,
    };
  });
}

const number = (list: Telephones | undefined, id: string): string | undefined => list?.whole ?? list?.byOffice?.[id];

function offices(item: ItemFile, edition: Edition): ItemOffice[] {
  return item.offices.list.flatMap(({ id, address, telephone, note }) => {
    const office = edition.offices.offices.find((known) => known.id === id);
    if (!office) return [];
    const said = {
      telephone: telephone ?? office.telephone,
      queryTelephone: number(item.query.telephones, id),
      supervisionTelephone: number(item.supervision, id),
    };
    return [
      {
        id,
        name: office.name,
        address: address ?? office.address,
        ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
        hours: edition.offices.hours.text,
        basis: note ? { ...item.offices.basis, note } : item.offices.basis,
      },
    ];
  });
}

const chapterOf = ({ code }: ItemFile, { chapters }: Edition['guide']): ItemSummary['chapter'] => {
  const no = /-(\d+)/.exec(code)?.[1] ?? '0';
  return { no: Number(no), name: chapters[no] ?? no };
};

export function summarize(item: ItemFile, { guide }: Edition): ItemSummary {
  return {
    code: item.code,
    name: item.name,
    edition: guide.edition,
    chapter: chapterOf(item, guide),
    agency: guide.agency.region,
    agencyName: guide.agency.name,
    region: guide.agency.region,
    mode: item.mode,
    limitText: item.limitText.text,
    openedBy: [...new Set(item.channels.filter(({ open }) => open).flatMap(({ openedBy }) => openedBy))],
  };
}

/** The item whole, for the catalogue's page and `GET /api/items/{code}`. */
export function publish(item: ItemFile, edition: Edition): ItemPublished {
  const { guide } = edition;
  return {
    ...summarize(item, edition),
    guide: {
      title: guide.title,
      issuedBy: guide.issuedBy,
      issued: guide.issued,
      inForceFrom: guide.inForceFrom.on,
      source: guide.source,
    },
    section: item.basis.section.split(' ')[0] ?? item.basis.section,
    basis: item.basis,
    modeBasis: item.modeBasis,
    story: item.story,
    params: item.params,
    paramsBasis: item.paramsBasis,
    objects: item.objects,
    applicantKinds: item.applicantKinds,
    channels: item.channels,
    offices: offices(item, edition),
    variants: item.variants,
    materials: item.materials,
    process: item.process,
    limits: item.limits.map((limit) => {
      if (!isCounted(limit)) return limit;
      const { ladder: _, yellowFrom: __, ...said } = limit;
      return { ...said, immediate: false };
    }),
    limitStatement: item.limitText,
    query: { ...item.query, telephones: telephones(item.query.telephones, edition) },
    supervision: { telephones: telephones(item.supervision, edition) },
    quality: { ...edition.quality, basis: item.qualityBasis },
    form: item.form.map((field) => withOptions(field, edition.dictionaries)),
    dictionaries: dictionariesOf(item, edition),
    admission: item.admission,
    pushedLists: item.pushedLists,
    facts: item.facts,
    stages: item.stages,
    pauses: item.pauses,
    documents: item.documents,
    outcomes: item.outcomes,
    supplement: item.supplement,
    service: item.service,
    ...(item.extension && { extension: item.extension }),
    notes: item.notes,
  };
}
