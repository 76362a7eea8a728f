import { ApplicationFailure } from '@temporalio/common';
import { errorCode } from './error-code';
import { safeError } from './logger';

const number = '370602199001011238';

describe('an error in the log', () => {
  test('is a code and the places it came through, without what a driver quotes', () => {
    const error = Object.assign(new Error(`invalid input syntax: "${number}"`), { code: '22P02', detail: number });
    const logged = safeError(error);
    expect(logged.code).toBe('22P02');
    expect(logged.at.length).toBeGreaterThan(0);
    expect(JSON.stringify(logged)).not.toContain(number);
  });

  test('has the code of the failure, of its cause, or its kind', () => {
    expect(errorCode(ApplicationFailure.retryable(number, 'OUTSIDE_TIMEOUT'))).toBe('OUTSIDE_TIMEOUT');
    expect(errorCode(new Error('x', { cause: Object.assign(new Error('y'), { code: 'ECONNREFUSED' }) }))).toBe(
      'ECONNREFUSED',
    );
    expect(errorCode(new RangeError(number))).toBe('RangeError');
    expect(errorCode(number)).toBe('UNKNOWN');
  });

  test('never takes a number for a code', () => {
    expect(errorCode(Object.assign(new Error('x'), { code: number }))).toBe('Error');
  });
});
