export { nthCountedDay, periodLength, usedDays, type ClockTerm } from './count';
export { deadline, dueDate, type DeadlineInput } from './deadline';
export { light, type LightInput } from './light';
export { lastDayInTime, remaining, remainingWords, type RemainingInput } from './remaining';
