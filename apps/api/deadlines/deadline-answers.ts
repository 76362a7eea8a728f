import { Injectable } from '@nestjs/common';
import { loadShippedCalendar } from '@due-process/catalog';
import type { CalendarFault, Deadline } from '@due-process/contracts';
import type { DeadlinePreview, FieldError } from '@due-process/contracts/schemas';
import { deadline, holidayNames, nameHolidays } from '@due-process/domain';
import { CalendarShelf, type ShelvedCalendar } from '../calendars/calendar-shelf';
import { CatalogShelf } from '../items/catalog-shelf';
import { Problem } from '../platform/errors/problem';
import { inputProblem } from '../platform/http/schema.pipe';

/** Where the rule of counting itself stops: the schema let it through, but the answer lies outside what can be counted. */
const faultFields: Record<CalendarFault, string> = {
  CALENDAR_DATE_INVALID: 'start',
  CALENDAR_DATE_OUT_OF_RANGE: 'quantity',
  CALENDAR_QUANTITY_INVALID: 'quantity',
  CALENDAR_UNIT_INVALID: 'unit',
  CALENDAR_PAUSE_INVALID: 'pauses',
  CALENDAR_TIME_INVALID: 'start',
  CALENDAR_NOTICE_INVALID: 'calendarVersion',
};

@Injectable()
export class DeadlineAnswers {
  private readonly statutory = loadShippedCalendar().statutory;

  constructor(
    private readonly calendars: CalendarShelf,
    private readonly catalog: CatalogShelf,
  ) {}

  async answer(question: DeadlinePreview): Promise<Deadline> {
    const shelved = await this.calendarFor(question);
    const answer = count(question, shelved);
    const names = holidayNames(shelved.notices, this.statutory);
    return { ...answer, derivation: nameHolidays(answer.derivation, names) };
  }

  /** Region and version are looked up together, so that both are named when both are wrong. */
  private async calendarFor({ region, calendarVersion }: DeadlinePreview): Promise<ShelvedCalendar> {
    const version = calendarVersion ?? (await this.calendars.newestVersion());
    const errors: FieldError[] = [];
    if (!this.catalog.knowsRegion(region))
      errors.push({ field: 'region', code: 'NOT_OFFERED', message: '没有这个地区' });
    const shelved = await this.calendars.entry(version).catch((error: unknown) => {
      if (!(error instanceof Problem) || error.code !== 'CALENDAR_UNKNOWN') throw error;
      errors.push({ field: 'calendarVersion', code: 'NOT_OFFERED', message: '没有这个日历版本' });
      return undefined;
    });
    if (!shelved || errors.length > 0) throw inputProblem(errors);
    return shelved;
  }
}

function count({ start, quantity, unit, pauses }: DeadlinePreview, { calendar }: ShelvedCalendar): Deadline {
  const spans = pauses.map(({ from, to }) => (to ? { from, to } : { from }));
  try {
    return deadline({ start, quantity, unit, calendar, pauses: spans });
  } catch (error) {
    if (!(error instanceof RangeError) || !Object.hasOwn(faultFields, error.message)) throw error;
    const field = faultFields[error.message as CalendarFault];
    const errors = [{ field, code: 'NOT_VALID', message: '超出可计算的范围（1949 年至 2199 年）' }];
    throw new Problem('DEADLINE_INVALID', { errors, cause: error });
  }
}
