export { buildCalendar, trimCalendar, withNotice } from './build-calendar';
export { isPublished } from './day-kind';
export { isProvisional } from './provisional';
export { defaultClosingTime, overrunAt, shanghaiDate, shanghaiInstant } from './shanghai';
export { statutoryHolidays } from './statutory-days';
export { addWorkingDays, isWorkingDay, workingDayFrom, workingDaysBetween } from './working-days';
