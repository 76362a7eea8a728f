import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalog } from './index';
import { catalogRoot } from './load/root';

const catalog = loadCatalog();
const published = (code: string) => {
  const item = catalog.published(code);
  if (!item) throw new Error(`no item ${code}`);
  return item;
};
const rules = (code: string) => {
  const pinned = catalog.rules(code);
  if (!pinned) throw new Error(`no item ${code}`);
  return pinned.rules;
};

describe('the catalogue', () => {
  it('lists the items of one region or of all, in the guide’s order', () => {
    const codes = (region?: string) => catalog.items(region).map(({ code }) => code);
    expect([codes('370600').length, codes('370200').length, codes().length]).toEqual([33, 28, 61]);
    expect(codes('370600').slice(0, 10)).toEqual(
      ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '2.1', '2.2', '2.3'].map((section) => `YT-${section}`),
    );
    expect(codes('370600').slice(-4)).toEqual(['YT-10.1', 'YT-10.2', 'YT-11.1', 'YT-11.2']);
    expect(catalog.items('110000')).toEqual([]);
    expect(catalog.published('YT-9.9')).toBeUndefined();
  });

  it('names agencies with the parts of a case number, and every place that can hold work', () => {
    expect(catalog.agencies).toEqual([
      { region: '370200', regionName: '青岛市', name: '青岛市医疗保障经办机构', code: '001' },
      { region: '370600', regionName: '烟台市', name: '烟台市医疗保障经办机构', code: '001' },
    ]);
    expect(catalog.units('370600').filter(({ kind }) => kind === 'office')).toHaveLength(15);
    expect(catalog.units('370200').filter(({ kind }) => kind === 'office')).toHaveLength(11);
    expect(catalog.units('370200').map(({ id }) => id)).toEqual(
      expect.arrayContaining(['transfer-section', 'fund-section', 'leaders', 'supervision']),
    );
  });

  it('finds its files from the source and from the compiled folder', () => {
    expect(existsSync(join(catalogRoot(), 'terms.yaml'))).toBe(true);
    expect(catalogRoot(join(catalogRoot(), 'dist', 'load'))).toBe(catalogRoot());
    expect(() => catalogRoot('/')).toThrow('terms.yaml');
  });
});

describe('an item as published', () => {
  it('prints each section’s own telephones: 莱州 has another supervision number in 2.3 than in 2.1 and 2.2', () => {
    const supervision = (code: string) =>
      published(code).offices.find(({ id }) => id === 'laizhou')?.supervisionTelephone;
    expect([supervision('YT-2.1'), supervision('YT-2.2'), supervision('YT-2.3')]).toEqual([
      '2730557',
      '2730557',
      '2807557',
    ]);
    const told = published('YT-2.3').supervision.telephones.find(({ office }) => office === 'laizhou');
    expect(told?.basis).toEqual({ section: '2.3 八', note: '2.1、2.2 印作 2730557' });
  });

  it('gives every office its address and a telephone', () => {
    for (const { code } of catalog.items()) {
      for (const office of published(code).offices) {
        // Some sections print two numbers in one place.
        const numbers = /^[\d-]{7,13}(、[\d-]{7,13})*$/;
        const { address, telephone, queryTelephone, supervisionTelephone } = office;
        expect({ code, id: office.id, long: address.length > 5 }).toEqual({ code, id: office.id, long: true });
        expect(telephone ?? queryTelephone ?? supervisionTelephone).toMatch(numbers);
      }
    }
    expect(published('QD-3.1').offices.find(({ id }) => id === 'pingdu')).toMatchObject({
      name: '平度市医保经办机构',
      address: '山东省青岛市平度市北京路 379 号-2 号平度市民中心 2 号楼 B 区 1 楼',
      telephone: '0532-88361291',
      supervisionTelephone: '0532-66200001',
    });
  });

  it('shows 即时 beside the counted limits, and what is ours with its reason', () => {
    const { limits, limitText } = published('YT-2.2');
    expect(limitText).toContain('10个工作日内完成');
    expect(limits.find(({ id }) => id === 'certificateAtOnce')).toMatchObject({ immediate: true, text: '即时办理' });
    expect(limits.find(({ id }) => id === 'informationFormPromised')?.basis).toMatchObject({ own: true });
    expect(limits.find(({ id }) => id === 'informationForm')?.basis.own).toBeUndefined();
  });
});

describe('the rules a case pins', () => {
  it('have the same hash at every reading, and another one when anything differs', () => {
    const again = loadCatalog();
    for (const { code } of catalog.items()) expect(again.rules(code)?.hash).toBe(catalog.rules(code)?.hash);
    expect(new Set(catalog.items().map(({ code }) => catalog.rules(code)?.hash)).size).toBe(61);
  });

  it('hold 10 working days from the contact letter for YT-2.2, with all five rungs', () => {
    const clock = rules('YT-2.2').clocks.find(({ id }) => id === 'informationForm');
    expect(clock).toMatchObject({
      kind: 'statutory',
      quantity: 10,
      unit: 'workingDay',
      startsOn: 'letterReceived:contactLetter',
      metBy: ['letterSent:informationForm'],
    });
    expect(clock?.ladder.map(({ id }) => id)).toEqual(['half', 'near', 'due', 'late1', 'late3']);
  });

  it('hold 9 working days inside the province and 15 outside for both items of 青岛', () => {
    for (const code of ['QD-3.1', 'QD-3.2']) {
      const statutory = rules(code).clocks.filter(({ kind }) => kind === 'statutory');
      expect(statutory.map(({ quantity, when }) => [quantity, when?.[0]?.in])).toEqual([
        [9, ['inProvince']],
        [15, ['outOfProvince']],
      ]);
    }
  });

  it('carry no office, telephone, text or note of the catalogue', () => {
    const text = JSON.stringify(rules('YT-2.2'));
    for (const left of ['6096338', '政务服务中心', '"note"', '流程不设审核']) expect(text).not.toContain(left);
  });

  it('ask YT-2.2 for one material with two alternatives, and refuse who has not stopped paying', () => {
    const [material] = rules('YT-2.2').materials;
    expect(material?.alternatives?.map(({ name }) => name)).toEqual(['身份证', '社会保障卡']);
    expect(rules('YT-2.2').facts[0]).toMatchObject({ purpose: 'transferOut', accepted: ['suspended'] });
    expect(rules('YT-2.2').facts[0]?.refusal).toContain('停保');
  });
});
