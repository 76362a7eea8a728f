import { blankNotice, noticeFault } from './notice';

describe('a notice of holidays', () => {
  const named = { ...blankNotice(2027), sourceNo: '国办发明电〔2026〕9号', issuedOn: '2026-11-05' };
  const filled = (name: string) => ({ name, from: '2027-01-01', to: '2027-01-03' });

  it('of a whole year leaves no holiday open: it is dated, or its row is taken away', () => {
    const [first, ...rest] = named.holidays;
    expect(first?.name).toBe('元旦');
    const forgotten = noticeFault({ ...named, holidays: [filled('元旦'), ...rest] });
    expect(forgotten).toBe(
      '春节、清明节、劳动节、端午节、中秋节、国庆节没有填写起止日期；通知里没有单列的，请删除该行',
    );
    expect(noticeFault({ ...named, holidays: [filled('元旦')] })).toBeUndefined();
  });

  it('that supplements another names only what it changes', () => {
    const holidays = [filled('元旦'), ...named.holidays.slice(1)];
    expect(noticeFault({ ...named, supplement: true, holidays })).toBeUndefined();
  });
});
