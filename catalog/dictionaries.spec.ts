import type { FieldRule } from '@due-process/contracts';
import { parseDocument, type Document } from 'yaml';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCatalog } from './check';
import { loadCatalog } from './index';
import { catalogRoot } from './load/root';

const catalog = loadCatalog();
const entries = (code: string, dictionary: string) => {
  const found = catalog.published(code)?.dictionaries.find(({ id }) => id === dictionary);
  if (!found) throw new Error(`no ${dictionary} in ${code}`);
  return found.entries;
};
const says = (code: string, dictionary: string, word: string, value: string) =>
  entries(code, dictionary).filter((entry) => [entry.says?.[word] ?? []].flat().includes(value));

describe('门诊慢病 of 烟台 (7 六)', () => {
  it('lists 10 diseases of 甲类 for all, 33 of 乙类 for employees and 25 for residents', () => {
    const listed = says('YT-7', 'chronicDiseases', 'route', 'listed');
    const ofClass = (name: string) => listed.filter((entry) => entry.says?.class === name);
    expect(ofClass('a')).toHaveLength(10);
    expect(ofClass('b')).toHaveLength(33);
    expect(ofClass('b').filter(({ when }) => when === undefined)).toHaveLength(25);
    expect(ofClass('a').every(({ when }) => when === undefined)).toBe(true);
  });

  it('offers them in the form, each to whom it is for', () => {
    const field = catalog.published('YT-7')?.form.find(({ id }) => id === 'disease');
    expect(field?.options).toHaveLength(45);
    expect(field?.options?.find(({ value }) => value === 'pepticUlcer')).toEqual({
      value: 'pepticUlcer',
      label: '消化性溃疡',
      when: [{ field: 'applicant.kind', in: ['employee'] }],
    });
  });
});

describe('门诊慢特病 of 青岛 (5 三、六)', () => {
  it('lists 47 diseases, of which 39 are for any hospital of table 1', () => {
    expect(says('QD-5', 'chronicDiseases', 'route', 'listed')).toHaveLength(47);
    expect(says('QD-5', 'chronicDiseases', 'group', 'general')).toHaveLength(39);
    expect(entries('QD-5', 'chronicDiseases').map(({ name }) => name)).toContain('心、脑、大动脉血管疾病术后综合治疗');
  });

  it.each([
    ['general', 28],
    ['hepatitis', 20],
    ['hiv', 8],
    ['tuberculosis', 7],
    ['mental', 21],
  ])('lets %s be decided by %s hospitals', (group, hospitals) => {
    expect(says('QD-5', 'recognitionHospitals', 'decides', group)).toHaveLength(hospitals);
  });

  it('puts the two shifted rows where they belong, and says so', () => {
    const shifted = entries('QD-5', 'recognitionHospitals').filter(({ basis }) => basis?.note?.includes('左移'));
    expect(shifted.map(({ name, district }) => [name, district])).toEqual([
      ['青岛市黄岛区人民医院', '西海岸新区'],
      ['平度市第三人民医院', '平度市'],
      ['青岛怡宁心理医院', undefined],
    ]);
  });
});

it('keeps dictionaries and derivations out of the rules that a case pins', () => {
  const text = JSON.stringify(catalog.rules('QD-5')?.rules);
  for (const left of ['青岛市市立医院', '尿毒症透析治疗', 'derives']) expect(text).not.toContain(left);
  const ground: FieldRule = { id: 'ground', label: '情形', type: 'choice', optionsFrom: 'expertGrounds' };
  expect(catalog.offered('370600', ground).options).toHaveLength(4);
});

describe('the check', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dictionaries-'));
    for (const entry of readdirSync(catalogRoot(), { withFileTypes: true }))
      if (entry.name.endsWith('.yaml') || (entry.isDirectory() && !['dist', 'node_modules'].includes(entry.name)))
        cpSync(join(catalogRoot(), entry.name), join(folder, entry.name), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const findingsAfter = (file: string, change: (document: Document) => void): string[] => {
    const path = join(folder, file);
    const document = parseDocument(readFileSync(path, 'utf8'));
    change(document);
    writeFileSync(path, document.toString());
    return checkCatalog(folder).findings.map(({ at, problem }) => `${at} ${problem}`);
  };
  const diseases = 'qingdao-2024/dictionaries/chronic-diseases.yaml';
  const item = 'qingdao-2024/items/chronic-disease.yaml';
  const factAt = (document: Document, id: string): number =>
    (document.toJS() as { facts: { id: string }[] }).facts.findIndex((fact) => fact.id === id);

  it.each<[string, string, (document: Document) => void, string]>([
    [
      'an entry twice',
      diseases,
      (d) => d.setIn(['entries', 1, 'id'], 'malignantTumour'),
      'malignantTumour stands there twice',
    ],
    [
      'an entry that does not say what a fact asks',
      diseases,
      (d) => d.deleteIn(['entries', 0, 'says', 'group']),
      'does not say its group',
    ],
    [
      'a dictionary that is not there',
      item,
      (d) => d.setIn(['form', 0, 'optionsFrom'], 'illnesses'),
      'no dictionary is named illnesses',
    ],
    [
      'a right that nobody has',
      item,
      (d) => d.setIn(['facts', factAt(d, 'hospitalRight'), 'derives', 'rights', 0], 'judges'),
      'nobody in recognitionHospitals has the right judges',
    ],
    [
      'a derived fact that does not say how',
      item,
      (d) => d.deleteIn(['facts', factAt(d, 'diseaseRoute'), 'derives']),
      'says how it is derived',
    ],
  ])('finds %s', (_, file, change, words) => {
    expect(findingsAfter(file, change).some((finding) => finding.includes(words))).toBe(true);
  });
});
