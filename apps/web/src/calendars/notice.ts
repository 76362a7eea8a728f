import type { Holiday } from './calendars';

export interface DayLook {
  kind: 'rest' | 'work';
  name?: string;
}

/** The State Council's notice as it is entered (`POST /api/calendars`). */
export interface CalendarNoticeInput {
  notice: number;
  sourceNo: string;
  issuedOn: string;
  holidays: Holiday[];
  workdays: string[];
  supplement: boolean;
}

export const usualHolidays = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'];

export const blankNotice = (year: number): CalendarNoticeInput => ({
  notice: year,
  sourceNo: '',
  issuedOn: '',
  holidays: usualHolidays.map((name) => ({ name, from: '', to: '' })),
  workdays: [],
  supplement: false,
});

/** Rows left blank are not part of the notice. */
export const enteredNotice = (notice: CalendarNoticeInput): CalendarNoticeInput => ({
  ...notice,
  holidays: notice.holidays.filter(({ from, to }) => from !== '' && to !== ''),
});

/** What is plainly wrong before it is sent; the server judges the days. A holiday forgotten in the year's notice would count as worked in every case. */
export function noticeFault(notice: CalendarNoticeInput): string | undefined {
  if (!notice.sourceNo.trim()) return '请填写文号';
  if (!notice.issuedOn) return '请填写发文日期';
  if (enteredNotice(notice).holidays.length === 0) return '请至少填写一个假期的起止日期';
  const blank = notice.holidays.filter(({ from, to }) => !from || !to).map(({ name }) => name || '未命名的假期');
  return blank.length > 0 && !notice.supplement
    ? `${blank.join('、')}没有填写起止日期；通知里没有单列的，请删除该行`
    : undefined;
}
