import { workingDaysBetween } from '@due-process/domain';
import { loadShippedCalendar } from './read-calendars';

const { calendar, notices, statutory } = loadShippedCalendar();

describe('the shipped calendars', () => {
  it.each([
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, total) => {
    expect(workingDaysBetween(calendar, `${year - 1}-12-31`, `${year}-12-31`)).toBe(total);
  });

  it('name the notice each year rests on', () => {
    expect(notices.map((notice) => [notice.year, notice.sourceNumber, notice.issuedOn])).toEqual([
      [2023, '国办发明电〔2022〕16号', '2022-12-08'],
      [2024, '国办发明电〔2023〕7号', '2023-10-25'],
      [2025, '国办发明电〔2024〕12号', '2024-11-12'],
      [2026, '国办发明电〔2025〕7号', '2025-11-04'],
    ]);
  });

  it('know the statutory days of every year from 2027 to 2035', () => {
    expect(Object.keys(statutory.years)).toEqual(Array.from({ length: 9 }, (_, i) => String(2027 + i)));
  });

  it('are published to 2026 and assumed from 2027', () => {
    expect(
      Object.entries(calendar.years)
        .filter(([, year]) => year.published)
        .map(([year]) => year),
    ).toEqual(['2023', '2024', '2025', '2026']);
    expect(calendar.version).toBe('2026');
  });

  it('rest in 2027 on the statutory days and weekends alone', () => {
    // 2027: 365 days, 104 of them Saturdays and Sundays (1 January is a Friday). Statutory days on weekdays: 1 January (Fri), 除夕 5 February
    // (Fri), 初三 8 February (Mon), 清明 5 April (Mon), 端午 9 June (Wed), 中秋 15 September (Wed), 1 October (Fri) = 7; 1 and 2 May,
    // 6 and 7 February, 2 and 3 October fall on weekends. 365 − 104 − 7 = 254.
    expect(workingDaysBetween(calendar, '2026-12-31', '2027-12-31')).toBe(254);
    expect(calendar.years['2027']?.work).toEqual([]);
  });
});
