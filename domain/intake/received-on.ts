import type { Instant, IsoDate } from '@due-process/contracts';
import { shanghaiDate } from '../calendar';
import { fault, isBlank, type FieldFault } from './fault';
import { isRealDate } from './field-value';

/** Nothing older is brought over: the guides' items did not exist. */
const earliest: IsoDate = '2000-01-01';
const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** 真实日期 of a receipt or an act: a date, or an instant that counts on its Shanghai date; never later than `now`. */
export function checkOwnDate(
  given: unknown,
  at: { field: string; now: Instant },
): { on: IsoDate; own: boolean } | { fault: FieldFault } {
  const today = shanghaiDate(at.now);
  if (isBlank(given)) return { on: today, own: false };
  const wrong = { fault: fault(at.field, 'FORMAT', '应为日期 YYYY-MM-DD 或带时区的时刻') };
  if (typeof given !== 'string') return wrong;
  const isInstant = instantForm.test(given) && !Number.isNaN(Date.parse(given)) && isRealDate(given.slice(0, 10));
  if (!isInstant && !isRealDate(given)) return wrong;
  const late = isInstant ? Date.parse(given) > Date.parse(at.now) : given > today;
  if (late) return { fault: fault(at.field, 'IN_FUTURE', '日期不能晚于今日') };
  const on = isInstant ? shanghaiDate(given) : given;
  if (on < earliest) return { fault: fault(at.field, 'NOT_VALID', `日期不能早于 ${earliest}`) };
  return { on, own: on !== today };
}
