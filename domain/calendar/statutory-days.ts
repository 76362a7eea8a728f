import type { IsoDate, MovableHolidays, NoticeHoliday } from '@due-process/contracts';
import { toDayNumber, toIsoDate } from './day-number';

/**
 * Basis: 全国年节及纪念日放假办法, article 2, as amended by State Council order 795 (in force 1 January 2025): 元旦 1 day, 春节 4 days
 * (除夕 to 初三), 清明 1, 劳动节 2 (1 and 2 May), 端午 1, 中秋 1, 国庆 3 (1 to 3 October).
 */
export const fixedStatutoryDays: readonly string[] = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

const single = (name: string, on: IsoDate): NoticeHoliday => ({ name, from: on, to: on });

/** The statutory rest days of a year, in order and by name, for a year whose movable days are known. */
export function statutoryHolidays(year: number, movable: MovableHolidays): NoticeHoliday[] {
  const eve = toDayNumber(movable.newYearsEve);
  return [
    single('元旦', `${year}-01-01`),
    { name: '春节', from: toIsoDate(eve), to: toIsoDate(eve + 3) },
    single('清明节', movable.tombSweeping),
    { name: '劳动节', from: `${year}-05-01`, to: `${year}-05-02` },
    single('端午节', movable.dragonBoat),
    single('中秋节', movable.midAutumn),
    { name: '国庆节', from: `${year}-10-01`, to: `${year}-10-03` },
  ];
}
