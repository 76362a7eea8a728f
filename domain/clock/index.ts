export { nthCountedDay, periodLength, usedDays, type ClockTerm } from './count';
export { deadline, dueDate, type DeadlineInput } from './deadline';
export { light, type LightInput } from './light';
export { holidayNames, nameHolidays, type HolidayNames } from './name-holidays';
export { lastDayInTime, remaining, remainingWords, type RemainingInput } from './remaining';
