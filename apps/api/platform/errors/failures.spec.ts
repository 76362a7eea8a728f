import { ApplicationFailure } from '@temporalio/common';
import { problemOf } from './failures';

const codeOf = (error: unknown): string | undefined => problemOf(error)?.code;

describe('what other systems throw', () => {
  it('is the refusal that a case gave, however deep it is wrapped', () => {
    const refusal = { code: 'CASE_VERSION_CONFLICT', detail: '办件已被审核人员更新', data: { by: 'yt-review' } };
    const failure = ApplicationFailure.create({ nonRetryable: true, type: refusal.code, details: [refusal] });
    const problem = problemOf(new Error('Workflow Update failed', { cause: failure }));
    expect(problem?.body()).toMatchObject({ status: 409, ...refusal });
  });

  it('is an error of ours when a refusal has a code that is not registered', () => {
    expect(codeOf(ApplicationFailure.create({ type: 'NO_SUCH_CODE', nonRetryable: true }))).toBe('INTERNAL');
  });

  it.each([
    ['engine unreachable', Object.assign(new Error('14 UNAVAILABLE'), { code: 14 })],
    ['engine too slow', Object.assign(new Error('4 DEADLINE_EXCEEDED'), { code: 4 })],
    ['database down', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    ['database stopping', Object.assign(new Error('query'), { driverError: { code: '57P01' } })],
    ['statement too slow', Object.assign(new Error('query'), { driverError: { code: '57014' } })],
    ['no connection free', new Error('timeout exceeded when trying to connect')],
    ['command of a task that was lost', ApplicationFailure.create({ type: 'UnprocessedUpdate', nonRetryable: true })],
    ['all addresses refused', new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })])],
  ])('is 503 to be tried again: %s', (_what, error) => {
    const problem = problemOf(error);
    expect([problem?.code, problem?.headers['Retry-After']]).toEqual(['SERVICE_UNAVAILABLE', '2']);
  });

  it('stays unknown otherwise: a broken constraint, a missing workflow, a bug', () => {
    expect(codeOf(Object.assign(new Error('duplicate'), { driverError: { code: '23505' } }))).toBeUndefined();
    expect(codeOf(Object.assign(new Error('not found'), { code: 5 }))).toBeUndefined();
    expect(codeOf(new TypeError('x is not a function'))).toBeUndefined();
  });
});
