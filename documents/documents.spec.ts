import { createHash } from 'node:crypto';
import type { Details } from './facts';
import { composeSheet, layoutVersion, renderSheet, type Sheet } from './index';
import { fontsOf, pagesOf, withoutSpaces } from './testing/pdf-text';
import { caseNo, factsOf, missing, samples } from './testing/samples';

jest.setTimeout(60_000);

const types = Object.keys(samples) as Details['type'][];
const sheetOf = (type: Details['type'], given = {}): Sheet =>
  composeSheet(factsOf(samples[type].name, given), samples[type].details);
const print = async (sheet: Sheet): Promise<{ pdf: Buffer; pages: string[]; text: string }> => {
  const pdf = await renderSheet(sheet);
  const pages = pagesOf(pdf);
  return { pdf, pages, text: pages.join('') };
};
const named = (name: string) => ({ applicant: { name, idNumber: '3706**********1052' } });

describe('a document', () => {
  it.each(types)('%s says its number, its title, the agency, the office and whom it concerns', async (type) => {
    const { text, pdf } = await print(sheetOf(type));
    const { agency, office, applicant } = factsOf('');
    const said = [`${caseNo}-D01`, samples[type].name, agency, office.name, office.address ?? '', applicant.name];
    for (const words of said) expect(text).toContain(withoutSpaces(words));
    expect(text).toContain(`${office.telephone}`);
    expect(text).toContain('模板第1版');
    expect(text).not.toContain(type);
    expect(text).not.toContain('行政许可');
    expect(fontsOf(pdf).length).toBeGreaterThan(0);
    expect(fontsOf(pdf).every(({ embedded }) => embedded)).toBe(true);
  });

  it.each(types)('%s fits on one page', async (type) => {
    expect((await print(sheetOf(type))).pages).toHaveLength(1);
  });

  it.each(types)('%s is the same bytes every time, also at another moment', async (type) => {
    const first = await renderSheet(sheetOf(type));
    jest.useFakeTimers({ now: new Date('2031-01-01T00:00:00Z'), doNotFake: ['nextTick', 'setImmediate'] });
    const second = await renderSheet(sheetOf(type));
    jest.useRealTimers();
    expect(first.equals(second)).toBe(true);
  });

  it('is the same bytes on every machine: whoever changes a page raises layoutVersion and writes the new hash here', async () => {
    const hash = createHash('sha256');
    for (const type of types) hash.update(await renderSheet(sheetOf(type)));
    expect([layoutVersion, hash.digest('hex')]).toEqual([
      2,
      'd40130bf34724cd3d3ac3ac2b8748bc6cd7cd7f94e1cd5df121f80b56f079450',
    ]);
  });

  it.each(['acceptanceNotice', 'rejectionDecision', 'conclusionNotice'] as const)(
    '%s goes to who applied in the place of a person who has died, and names both',
    (type) => {
      const { addressee, blocks } = sheetOf(type, { addressee: '李梅' });
      expect(addressee).toBe('李梅');
      const rows = blocks.flatMap((block) => (block.kind === 'facts' ? block.rows : []));
      expect(rows).toEqual(
        expect.arrayContaining([
          ['申请人', '李梅'],
          ['参保人', factsOf('').applicant.name],
        ]),
      );
    },
  );

  it('is other bytes as soon as one word differs', async () => {
    const hash = async (sheet: Sheet) =>
      createHash('sha256')
        .update(await renderSheet(sheet))
        .digest('hex');
    const sheet = sheetOf('acceptanceNotice');
    expect(await hash(sheet)).not.toBe(await hash({ ...sheet, agency: '青岛市医疗保障经办机构' }));
  });

  it('speaks to a person as a person, and to an organisation as one', () => {
    const said = (given: object): string => JSON.stringify(sheetOf('conclusionNotice', given).blocks);
    const organisation = { name: '烟台演示学校', idNumber: '12370600MADEMD004D', organisation: true };
    expect(said({})).toContain('"你于2026');
    expect(said({ applicant: organisation })).toContain('"你单位于2026');
  });

  it('masks the identity number', async () => {
    const { text } = await print(sheetOf('acceptanceNotice'));
    expect(text).toContain('3706**********1052');
    expect(text).not.toMatch(/\d{17}[\dX]\b(?<!\d{23})/u);
  });
});

describe('一次性告知书', () => {
  it('names every missing material and the last day', async () => {
    const { text } = await print(sheetOf('supplementNotice'));
    for (const [at, name] of missing.entries()) expect(text).toContain(`${at + 1}．${withoutSpaces(name)}`);
    expect(text).toContain('2026年10月15日（含当日');
  });

  it('goes on to a second page rather than leave one out, and keeps the page numbers', async () => {
    const many = Array.from({ length: 60 }, (_, at) => `第${at + 1}号材料`);
    const details: Details = { type: 'supplementNotice', missing: many, paused: true };
    const { pages, text } = await print(composeSheet(factsOf('一次性告知书'), details));
    expect(pages.length).toBeGreaterThan(1);
    for (const name of many) expect(text).toContain(name);
    pages.forEach((page, at) => expect(page).toContain(`第${at + 1}页，共${pages.length}页`));
  });
});

describe('收件凭证', () => {
  it('is A5 and shows the query code', async () => {
    const { pdf, text } = await print(sheetOf('receipt'));
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 419\.5\d* 595\.2\d*\]/);
    expect(text).toContain('K7QM-3FXA');
  });
});

describe('推导单', () => {
  it('shows fifteen working days across 国庆 on one page, each day with its reason', async () => {
    const { pages, text } = await print(sheetOf('derivation'));
    expect(pages).toHaveLength(1);
    const { details } = samples.derivation;
    if (details.type !== 'derivation') throw new Error('not a derivation');
    expect(details.days.at(-1)?.date).toBe('2026-10-14');
    for (const day of details.days) expect(text).toContain(day.date);
    expect(text.match(/国庆节放假/g)).toHaveLength(7);
    expect(text).toContain('2026-10-10周六12调休上班');
    expect(text).toContain('2026-10-14周三15工作日');
  });

  it('of a hundred days still fits on one page', async () => {
    const { details } = samples.derivation;
    if (details.type !== 'derivation') throw new Error('not a derivation');
    const days = Array.from({ length: 100 }, (_, at) => ({
      date: new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10),
      counted: true,
      reason: 'calendarDay' as const,
    }));
    const { pages, text } = await print(composeSheet(factsOf('推导单'), { ...details, days }));
    expect(pages).toHaveLength(1);
    expect(text).toContain('2026-04-10');
  });
});

describe('a rare character', () => {
  it.each(['𠮷', '㙓', '䶮', '𤋮', '𡶴', '𰻞'])('%s is drawn and read as itself', async (character) => {
    const { text, pdf } = await print(sheetOf('receipt', named(`王${character}`)));
    expect(text).toContain(`申请人王${character}`);
    expect(text).not.toContain('统一码');
    expect(fontsOf(pdf).every(({ embedded }) => embedded)).toBe(true);
  });

  it('that no font has stands as its code in a box, and the page says so', async () => {
    const { text } = await print(sheetOf('receipt', named('王\u{31350}')));
    expect(text).toContain('申请人王031350');
    expect(text).toContain('字库中没有以下字的字形，方框内为其统一码：U+31350');
  });

  it('followed by a variation selector leaves no blank', async () => {
    expect((await print(sheetOf('receipt', named('王\u{845b}\u{e0100}明')))).text).toContain('申请人王\u{845b}明证件');
  });
});
