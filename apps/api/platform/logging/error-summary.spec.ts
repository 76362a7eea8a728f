import { errorSummary, withoutValues } from './error-summary';

describe('an error in the log', () => {
  it('holds no value of the statement that failed', () => {
    const driver = Object.assign(new Error('invalid input syntax for type integer: "370602199003074518"'), {
      code: '22P02',
      detail: 'Key (name)=(张三) already exists.',
    });
    const failed = Object.assign(new Error('query failed for 欧阳·娜娜, 13812345678'), {
      name: 'QueryFailedError',
      parameters: ['张三', '370602199003074518'],
      driverError: driver,
    });
    const text = JSON.stringify(errorSummary(failed));
    expect(text).not.toMatch(/张三|欧阳|娜娜|3706|1381/);
    expect(text).toContain('22P02');
    expect(text).toContain('query failed for');
  });

  it('still says where it arose and what it wraps', () => {
    const summary = errorSummary(new TypeError('no rows', { cause: new RangeError('CALENDAR_DATE_INVALID') }));
    expect(summary).toMatchObject({ type: 'TypeError', cause: { message: 'CALENDAR_DATE_INVALID' } });
    expect(summary.stack).toContain('error-summary.spec');
  });

  it('keeps short numbers', () => {
    expect(withoutValues('timeout of 8000 ms at port 5432')).toBe('timeout of 8000 ms at port 5432');
  });
});
