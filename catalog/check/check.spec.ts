import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument, type Document } from 'yaml';
import { CatalogFileError } from '../load/read-file';
import { catalogRoot } from '../load/root';
import { loadCatalog } from '../catalog';
import { checkCatalog } from './index';
import { missingItems, reportTable } from './report';

const parts = [
  'common',
  'yantai-2020',
  'qingdao-2024',
  'terms.yaml',
  'implemented.yaml',
  'items-of-guides.yaml',
  'cases',
];
const out = 'yantai-2020/items/transfer-out.yaml';
const qingdaoOut = 'qingdao-2024/items/transfer-out.yaml';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalog-'));
  for (const part of parts) cpSync(join(catalogRoot(), part), join(folder, part), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Edits one file of the copy and says what the check then finds. */
function findingsAfter(file: string, change: (document: Document) => void): string[] {
  edit(file, change);
  return checkCatalog(folder).findings.map(({ file: where, at, problem }) => `${where} ${at} ${problem}`);
}

function edit(file: string, change: (document: Document) => void): void {
  const path = join(folder, file);
  const document = parseDocument(readFileSync(path, 'utf8'));
  change(document);
  writeFileSync(path, document.toString());
}

const limitAt = (document: Document, id: string): number =>
  (document.toJS() as { limits: { id?: string }[] }).limits.findIndex((limit) => limit.id === id);

const unseen = { situations: {}, screens: {}, transcribed: {} };

it('finds nothing in the catalogue as it is, and reports each item’s facts', () => {
  const checked = checkCatalog();
  expect(checked.findings).toEqual([]);
  const row = reportTable(checked, unseen)['YT-2.2'];
  expect(row).toMatchObject({ story: 'transferOut', materials: 1, stages: 3, state: 'walkable' });
  expect(Number(row?.['own settings'])).toBeGreaterThan(10);
});

it('names the items of the guides that have no file', () => {
  expect(Object.keys(checkCatalog().listed)).toHaveLength(61);
  rmSync(join(folder, out));
  const checked = checkCatalog(folder);
  expect(missingItems(checked)).toContain('YT-2.2');
  expect(reportTable(checked, unseen)['YT-2.2']).toMatchObject({
    name: '医疗保险关系转出',
    state: 'missing',
    situations: 5,
  });
});

const broken: [string, string, (document: Document) => void, string][] = [
  ['a missing basis', out, (d) => d.deleteIn(['materials', 0, 'basis']), `${out} materials.0.basis`],
  [
    'an own setting without its reason',
    out,
    (d) => d.setIn(['service', 'basis'], { section: '系统设定', own: true }),
    'an own setting needs its reason',
  ],
  [
    'a parameter without basis',
    out,
    (d) => d.deleteIn(['paramsBasis', 'reminderDays']),
    'missing basis of reminderDays',
  ],
  ['an unknown term', out, (d) => d.setIn(['channels', 0, 'id'], 'counterDesk'), 'counterDesk is not in terms.yaml'],
  [
    'a term that nothing uses',
    'terms.yaml',
    (d) => d.setIn(['fields', 'shoeSize'], '鞋码'),
    'shoeSize nothing uses this term',
  ],
  [
    'a term with two meanings',
    'terms.yaml',
    (d) => d.setIn(['fields', 'review'], '复查'),
    'review stands in two groups',
  ],
  [
    'a limit without a unit',
    out,
    (d) => d.deleteIn(['limits', limitAt(d, 'informationForm'), 'unit']),
    'limits.1 a limit is `immediate`, or has quantity, unit',
  ],
  [
    'a stage that the story never reaches',
    out,
    (d) => d.addIn(['stages'], { use: 'review' }),
    'stages.review the story transferOut never reaches it',
  ],
  [
    'a stage that the story needs and the item lacks',
    out,
    (d) => d.deleteIn(['stages', 2]),
    'opens settlePersonalAccount, which is missing',
  ],
  [
    'a stage without a way on',
    'common/stages.yaml',
    (d) => d.deleteIn(['intake', 'actions', 0]),
    'no way on: accept is not offered',
  ],
  [
    'an action that no story knows',
    'common/stages.yaml',
    (d) => d.setIn(['intake', 'actions', 2, 'id'], 'approve'),
    'stages.intake.approve no story knows this action',
  ],
  [
    'sending back to a later stage',
    'common/stages.yaml',
    (d) => d.setIn(['review', 'actions', 1, 'sendsBackTo'], 'settlePersonalAccount'),
    'which is no earlier stage',
  ],
  [
    'a fact that nothing brings about',
    out,
    (d) => d.setIn(['limits', 1, 'startsOn'], 'letterReceived:informationForm'),
    'nothing ever brings about the fact letterReceived:informationForm',
  ],
  [
    'a window asked of a field that does not exist',
    'qingdao-2024/items/hospital-designation.yaml',
    (d) => d.setIn(['admission', 1, 'districtField'], 'county'),
    'admission.acceptancePlan there is no form.county',
  ],
  ['a parameter that the story does not have', out, (d) => d.setIn(['params', 'review'], 'maybe'), 'params.review'],
  ['an unknown story', out, (d) => d.setIn(['story'], 'transferOver'), 'unknown story transferOver'],
  [
    'a document that nothing issues',
    out,
    (d) => d.setIn(['documents', 5], { use: 'contactLetter' }),
    'documents.contactLetter neither the kernel nor the story issues it',
  ],
  [
    'a material that is never asked for',
    out,
    (d) => d.setIn(['materials', 0, 'when'], [{ field: 'variant', in: ['heir'] }]),
    'material never asked for: never holds: variant is never heir',
  ],
  [
    'a condition on a field that does not exist',
    out,
    (d) => d.setIn(['materials', 0, 'when'], [{ field: 'form.colour', in: ['red'] }]),
    'there is no form.colour',
  ],
  ['an unknown office', out, (d) => d.setIn(['offices', 'list', 0], 'atlantis'), 'unknown office atlantis'],
  [
    'an office without a printed telephone',
    out,
    (d) => d.deleteIn(['supervision', 'byOffice', 'zhifu']),
    'none printed for zhifu',
  ],
  [
    'an unknown unit',
    out,
    (d) => d.setIn(['stages', 2, 'unit'], 'kitchen'),
    'stages.settlePersonalAccount unknown unit kitchen',
  ],
  ['an unknown ladder', out, (d) => d.setIn(['limits', 1, 'ladder'], 'steep'), 'unknown ladder steep'],
  [
    'a pause that the item does not list',
    out,
    (d) => d.setIn(['limits', 1, 'stoppedBy'], ['supplement']),
    'stopped by supplement, which the item does not list',
  ],
  [
    'a shared part that does not exist',
    out,
    (d) => d.setIn(['stages', 0], { use: 'waitingRoom' }),
    'no shared part is named waitingRoom',
  ],
  [
    'a promised limit longer than the statutory',
    out,
    (d) => d.setIn(['limits', limitAt(d, 'informationFormPromised'), 'quantity'], 11),
    'promised 11 is longer than the statutory 10',
  ],
  [
    'a promised limit in another unit',
    out,
    (d) => d.setIn(['limits', limitAt(d, 'informationFormPromised'), 'unit'], 'calendarDay'),
    'promised in calendarDay, statutory in workingDay',
  ],
  [
    'an immediate item without 即时',
    out,
    (d) => (d.deleteIn(['limits', 0]), d.setIn(['mode'], 'immediate')),
    'mode immediate, but no limit is 即时',
  ],
  [
    'rules too big for every history',
    qingdaoOut,
    (d) =>
      d.setIn(
        ['facts', 0, 'refusal'],
        Array.from({ length: 900 }, (_, i) => String.fromCodePoint(0x4e00 + i * 7)).join(''),
      ),
    'its pinned rules take',
  ],
  [
    'an item listed as implemented without a file',
    'implemented.yaml',
    (d) => d.add('YT-99'),
    'YT-99 listed as implemented, but no item file',
  ],
  ['an item of the other guide', out, (d) => d.setIn(['code'], 'QD-9.9'), 'codes of yantai-2020 start with YT-'],
  [
    'a situation of an unknown clock',
    'cases/transfer.yaml',
    (d) => d.setIn(['situations', 0, 'opened'], { clocks: { tea: {} } }),
    'yt-2.1-normal unknown clock tea',
  ],
  [
    'an item without a situation of a refusal',
    'cases/transfer.yaml',
    (d) => d.setIn(['situations', 2, 'kind'], 'other'),
    'YT-2.1 no situation of kind refused',
  ],
  [
    'a text field without a length',
    out,
    (d) => d.addIn(['form'], { id: 'reason', label: '原因', type: 'text', basis: '2.2 四' }),
    'a text has maxLength',
  ],
  [
    'a ladder rung with two moments',
    'yantai-2020/ladders.yaml',
    (d) => d.setIn(['ladders', 'limit', 0, 'due'], true),
    'exactly one',
  ],
];

it.each(broken)('catches %s', (_, file, change, expected) => {
  const findings = findingsAfter(file, change);
  expect(findings.join('\n')).toContain(expected);
});

it('names a file that is not YAML, and still holds the other items against the rules', () => {
  writeFileSync(join(folder, out), 'code: [');
  edit(qingdaoOut, (d) => d.setIn(['offices', 'list', 0], 'atlantis'));
  const found = checkCatalog(folder).findings;
  expect(found.map(({ file }) => file)).toEqual(expect.arrayContaining([out, qingdaoOut]));
  expect(() => loadCatalog(folder)).toThrow(CatalogFileError);
});

describe('an edition of a district', () => {
  /** 莱州's own edition: a copy of the transfer out that claims to improve on the city's guide. */
  function district(change: (document: Document) => void): string[] {
    cpSync(join(folder, 'yantai-2020'), join(folder, 'laizhou-2021'), { recursive: true });
    rmSync(join(folder, 'laizhou-2021', 'items'), { recursive: true });
    mkdirSync(join(folder, 'laizhou-2021', 'items'));
    const own = 'laizhou-2021/items/transfer-out.yaml';
    cpSync(join(folder, out), join(folder, own));
    edit('laizhou-2021/guide.yaml', (d) => {
      d.setIn(['edition'], 'laizhou-2021');
      d.setIn(['improves'], 'yantai-2020');
    });
    return findingsAfter(own, change).filter((line) => line.startsWith('laizhou-2021'));
  }

  it('may shorten a limit', () => {
    const shorter = (d: Document): void => {
      d.setIn(['limits', limitAt(d, 'informationForm'), 'quantity'], 6);
      d.setIn(['limits', limitAt(d, 'informationFormPromised'), 'quantity'], 5);
    };
    expect(district(shorter)).toEqual([]);
  });

  it('may not lengthen one', () => {
    const longer = (d: Document): void => d.setIn(['limits', limitAt(d, 'informationForm'), 'quantity'], 12);
    expect(district(longer).join()).toContain('worse than the guide: 12 instead of 10');
  });

  it('may not ask for a further material, condition or step, nor drop a channel', () => {
    const harder = (d: Document): void => {
      d.addIn(['materials'], {
        id: 'identityCard',
        name: '户口簿',
        basis: { section: '2.2 五', own: true, note: '本区要求' },
      });
      d.deleteIn(['channels', 2]);
    };
    const found = district(harder).join('\n');
    expect(found).toContain('a further material');
    expect(found).toContain('channels.alipay worse than the guide: the channel is gone');
  });
});
