import type { FieldRule } from '@due-process/contracts';
import { inputSchema } from './input-schema';
import { greatestNumber, readValue, type NumberChecks } from './field-value';

const checks: NumberChecks = {
  identityCard: () => true,
  creditCode: () => true,
  agencyName: () => undefined,
  organisationName: () => undefined,
  today: '2026-03-02',
};
const read = (rule: Omit<FieldRule, 'id' | 'label'>, value: unknown) =>
  readValue({ id: 'field', label: '栏目', ...rule }, value, checks);
const code = (rule: Omit<FieldRule, 'id' | 'label'>, value: unknown) => {
  const seen = read(rule, value);
  return 'code' in seen ? seen.code : seen.value;
};

describe('a date', () => {
  it.each([
    ['2026-03-02', '2026-03-02'],
    ['1900-01-01', '1900-01-01'],
    ['2026-03-03', 'IN_FUTURE'],
    ['9999-12-31', 'NOT_VALID'],
    ['1899-12-31', 'NOT_VALID'],
    ['0001-01-01', 'NOT_VALID'],
    ['2026-02-29', 'FORMAT'],
    ['2026-2-1', 'FORMAT'],
  ])('%s is read as %s', (value, seen) => {
    expect([code({ type: 'date' }, value), code({ type: 'month' }, value)]).toEqual([seen, seen]);
  });

  it('that says what is agreed may lie ahead, within what can be counted', () => {
    expect(code({ type: 'date', ahead: true }, '2031-01-01')).toBe('2031-01-01');
    expect(code({ type: 'date', ahead: true }, '2200-01-01')).toBe('NOT_VALID');
  });
});

describe('a number', () => {
  it('is none below nothing and none that nobody counts to, unless its rule says so', () => {
    for (const type of ['number', 'amountFen'] as const) {
      expect(code({ type }, -1)).toBe('NOT_VALID');
      expect(code({ type }, greatestNumber)).toBe(greatestNumber);
      expect(code({ type }, greatestNumber + 1)).toBe('NOT_VALID');
      expect(code({ type, min: -5 }, -1)).toBe(-1);
      const published = inputSchema([{ id: 'n', label: '数', type }]).properties.n;
      expect(published).toMatchObject({ minimum: 0, maximum: greatestNumber });
    }
    expect([code({ type: 'amountFen' }, 0.5), code({ type: 'amountFen' }, '5')]).toEqual(['FORMAT', 'WRONG_TYPE']);
  });
});

describe('a text', () => {
  it('pasted from a table or another system keeps its words', () => {
    expect(code({ type: 'longText' }, ' 甲\t乙\r\n丙\r丁 ')).toBe('甲 乙\n丙\n丁');
  });

  it('with characters of no writing is refused', () => {
    for (const value of ['甲\0', '甲\u0007', '\ud842']) expect(code({ type: 'text' }, value)).toBe('FORMAT');
  });
});
