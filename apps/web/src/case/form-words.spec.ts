import { grouped, yuan } from '@due-process/contracts';
import { formWords } from './form-value';

describe('amounts and months on the screen', () => {
  it('are grouped by thousands, only before the point', () => {
    expect([yuan(52000000), yuan(5), yuan(0)]).toEqual(['520,000.00 元', '0.05 元', '0.00 元']);
    expect([grouped('1234567.8912'), grouped('999'), grouped('')]).toEqual(['1,234,567.8912', '999', '']);
  });

  it('are never shown in fen, as a date of the month, or as nothing', () => {
    const field = { id: 'a', label: 'a' };
    expect(formWords({ ...field, type: 'amountFen' }, 1000050)).toBe('10,000.50 元');
    expect(formWords({ ...field, type: 'month' }, '2026-02-10')).toBe('2026 年 2 月');
    expect(formWords({ ...field, type: 'text' }, null)).toBe('未填');
  });
});
