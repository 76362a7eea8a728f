import { isCreditCode, isIdentityCard } from './number-checks';
import { placeName } from './places';

describe('numbers with a check character', () => {
  it('are identity cards of 18 characters with a real date of birth', () => {
    expect(isIdentityCard('11010519491231002X')).toBe(true);
    for (const wrong of [
      '110105194912310021',
      '110105491231002',
      '11010519490231002X',
      '37060200010101003X',
      '11010519491231002x',
      '',
    ])
      expect(isIdentityCard(wrong)).toBe(false);
  });

  it('are credit codes, also those whose check character is 0', () => {
    expect(isCreditCode('91110000600037341L')).toBe(true);
    expect(isCreditCode('911100006000373410')).toBe(false);
    const body = Array.from({ length: 40 }, (_, n) => `9111000060003${String(7300 + n)}`);
    const withZero = body.map((code) => `${code}0`).filter(isCreditCode);
    expect(withZero.length).toBeGreaterThan(0);
  });
});

describe('places', () => {
  it('are cities and municipalities by their code', () => {
    expect(placeName('370100')).toBe('济南市医疗保险经办机构');
    expect(placeName('410300')).toBe('410300 医疗保险经办机构');
    for (const none of ['370000', '990100', '370601', '000000']) expect(placeName(none)).toBeUndefined();
  });
});
