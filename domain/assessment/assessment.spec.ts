import type { IsoDate } from '@due-process/contracts';
import fc from 'fast-check';
import { adlLimit, ageOn, anniversary, benefitStart, birthOf, derive, monthsBefore, screen, type Derivable } from '.';

const day = fc
  .date({ min: new Date('1920-01-01T00:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date): IsoDate => date.toISOString().slice(0, 10));
const dayAfter = (on: IsoDate): IsoDate => new Date(Date.parse(on) + 86_400_000).toISOString().slice(0, 10);
const dayBefore = (on: IsoDate): IsoDate => new Date(Date.parse(on) - 86_400_000).toISOString().slice(0, 10);

describe('周岁', () => {
  it.each([
    ['1941-03-02', '2026-03-01', 84],
    ['1941-03-02', '2026-03-02', 85],
    ['1941-03-02', '2026-03-03', 85],
    // Born on 29 February: older on the last day of February of a common year.
    ['1940-02-29', '2025-02-27', 84],
    ['1940-02-29', '2025-02-28', 85],
    ['1940-02-29', '2024-02-28', 83],
    ['1940-02-29', '2024-02-29', 84],
    ['2026-03-02', '2026-03-02', 0],
  ])('of somebody born on %s is on %s: %s', (birth, on, age) => {
    expect(ageOn(birth, on)).toBe(age);
  });

  it('grows by one on each anniversary and on no other day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 110 }), (birth, years) => {
        const birthday = anniversary(birth, years);
        expect(ageOn(birth, birthday)).toBe(years);
        expect(ageOn(birth, dayBefore(birthday))).toBe(years - 1);
      }),
    );
  });

  it('never falls as days pass', () => {
    fc.assert(
      fc.property(day, day, (birth, on) => {
        fc.pre(on >= birth);
        expect(ageOn(birth, dayAfter(on))).toBeGreaterThanOrEqual(ageOn(birth, on));
      }),
    );
  });

  it('is read from an identity card and from nothing else', () => {
    expect(birthOf('11010519491231002X')).toBe('1949-12-31');
    expect(birthOf('11010519490231002X')).toBeUndefined();
    expect(birthOf('E12345678')).toBeUndefined();
  });
});

describe('half a year before', () => {
  it.each([
    ['2026-09-15', '2026-03-15'],
    ['2026-08-31', '2026-02-28'],
    ['2028-08-31', '2028-02-29'],
    ['2026-03-02', '2025-09-02'],
  ])('%s is %s', (on, before) => {
    expect(monthsBefore(on, 6)).toBe(before);
  });

  it('lies between 181 and 184 days back', () => {
    fc.assert(
      fc.property(day, (on) => {
        const days = (Date.parse(on) - Date.parse(monthsBefore(on, 6))) / 86_400_000;
        expect(days).toBeGreaterThanOrEqual(181);
        expect(days).toBeLessThanOrEqual(184);
      }),
    );
  });
});

describe('the benefit', () => {
  it('begins in 烟台 on the day after the application, in 青岛 on the day of approval', () => {
    const dates = { appliedOn: '2026-02-28', approvedOn: '2026-04-20' };
    expect(benefitStart('dayAfterApplication', dates)).toBe('2026-03-01');
    expect(benefitStart('approval', dates)).toBe('2026-04-20');
  });
});

const limits = { adl: 60, adlOlder: 65, mmse: 9 };
const disability = (older: boolean) => ({ kind: 'disability' as const, older, hospitalCounts: false });
const dementia = (hospitalCounts: boolean) => ({ kind: 'dementia' as const, older: true, hospitalCounts });
const sealed = { mmseSealed: true, specialist: true };

describe('机构初筛', () => {
  it.each([
    [false, 60, true],
    [false, 61, false],
    [false, 65, false],
    [true, 60, true],
    [true, 65, true],
    [true, 66, false],
  ])('of 失能 (85 or older: %s) with ADL %s passes: %s', (older, adlScore, passed) => {
    expect(screen({ adlScore }, disability(older), limits).passed).toBe(passed);
  });

  it('of 失能 passes exactly up to the limit of the age, and is never harder on the older', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (adlScore) => {
        const [younger, older] = [false, true].map((age) => screen({ adlScore }, disability(age), limits).passed);
        expect(younger).toBe(adlScore <= adlLimit(limits, false));
        expect(older).toBe(adlScore <= adlLimit(limits, true));
        expect(!younger || older).toBe(true);
      }),
    );
  });

  it('of 失智 passes with MMSE 9 sealed, by the right physician of a hospital that counts', () => {
    expect(screen({ mmseScore: 9, ...sealed }, dementia(true), limits)).toEqual({ passed: true, reasons: [] });
  });

  it('names every reason at once', () => {
    const { passed, reasons } = screen(
      { mmseScore: 10, mmseSealed: false, specialist: false },
      dementia(false),
      limits,
    );
    expect(passed).toBe(false);
    expect(reasons).toHaveLength(4);
    expect(reasons.at(-1)).toContain('评分 10 分，高于 9 分');
  });

  it('passes only without a reason, and fails what was not measured', () => {
    fc.assert(
      fc.property(
        fc.record({
          mmseScore: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
          mmseSealed: fc.boolean(),
          specialist: fc.boolean(),
        }),
        fc.boolean(),
        (input, counts) => {
          const { passed, reasons } = screen(input, dementia(counts), limits);
          expect(passed).toBe(reasons.length === 0);
          expect(input.mmseScore !== undefined || !passed).toBe(true);
        },
      ),
    );
    expect(screen({}, disability(true), limits).passed).toBe(false);
  });
});

describe('a derived fact', () => {
  const entries: Record<string, Record<string, { name: string; says?: Record<string, string | string[]> }>> = {
    diseases: {
      hiv: { name: '人类免疫缺陷（HIV）病', says: { group: 'hiv' } },
      dialysis: { name: '尿毒症透析治疗', says: { group: 'general' } },
      other: { name: '其他病种', says: { group: 'other' } },
    },
    hospitals: {
      sixth: { name: '第六人民医院', says: { decides: ['hiv'], takesIn: ['other'] } },
      unlisted: { name: '其他医院', says: { takesIn: ['other'] } },
    },
  };
  const about = (form: Record<string, unknown>, given: Partial<Derivable> = {}): Derivable => ({
    form,
    receivedOn: '2026-09-15',
    entryOf: (field, dictionary) => entries[dictionary]?.[String(form[field])],
    ...given,
  });
  const right = {
    kind: 'right',
    field: 'disease',
    of: 'diseases',
    word: 'group',
    by: 'hospital',
    byOf: 'hospitals',
    rights: ['decides', 'takesIn'],
  } as const;

  it.each([
    ['hiv', 'sixth', 'decides'],
    ['dialysis', 'sixth', 'none'],
    ['other', 'sixth', 'takesIn'],
    ['other', 'unlisted', 'takesIn'],
    ['hiv', 'unlisted', 'none'],
    ['hiv', 'nowhere', 'undetermined'],
  ])('says that for %s the hospital %s has the right: %s', (disease, hospital, value) => {
    expect(derive({ ...right, rights: [...right.rights] }, about({ disease, hospital })).value).toBe(value);
  });

  it('says a word of the chosen entry with its name', () => {
    const rule = { kind: 'says', field: 'disease', of: 'diseases', word: 'group' } as const;
    expect(derive(rule, about({ disease: 'hiv' }))).toMatchObject({
      value: 'hiv',
      data: { name: '人类免疫缺陷（HIV）病' },
    });
    expect(derive(rule, about({})).value).toBe('undetermined');
    const said = derive({ ...rule, words: { hiv: '由定点医院认定' } }, about({ disease: 'hiv' }));
    expect(said.detail).toBe('人类免疫缺陷（HIV）病：由定点医院认定');
  });

  it('says older from the full year on, and undetermined where no paper tells', () => {
    const rule = { kind: 'age', from: 85 } as const;
    expect(derive(rule, about({}, { birth: '1941-09-15' }))).toMatchObject({ value: 'older', data: { age: 85 } });
    expect(derive(rule, about({}, { birth: '1941-09-16' })).value).toBe('younger');
    expect(derive(rule, about({})).value).toBe('undetermined');
    expect(derive(rule, about({}, { birth: '2027-01-01' })).value).toBe('undetermined');
  });

  it('says recent from the corresponding day of half a year ago until the day of receipt', () => {
    const rule = { kind: 'recent', field: 'on', months: 6 } as const;
    const value = (on: string) => derive(rule, about({ on })).value;
    expect(['2026-03-14', '2026-03-15', '2026-09-15', '2026-09-16'].map(value)).toEqual([
      'outdated',
      'recent',
      'recent',
      'outdated',
    ]);
    expect(derive(rule, about({})).value).toBe('undetermined');
  });
});
