import { ERRORS } from '@due-process/contracts';
import { ApplicationFailure } from '@temporalio/common';
import { stubSystem, type StubReply, type StubSystem } from '../testing/stub-system';
import { ask, type Question } from './ask';
import { safeReason } from './safe-text';

let stub: StubSystem;
beforeEach(async () => (stub = await stubSystem()));
afterEach(() => stub.close());

const secret = '370602199001011238';
const question = (): Question => ({
  system: 'fund',
  method: 'POST',
  url: `${stub.base}/fund/payments`,
  body: JSON.stringify({ idNumber: secret }),
  timeoutMs: 300,
});

async function failureOf(reply: StubReply): Promise<ApplicationFailure> {
  stub.reply(reply);
  const failure: unknown = await ask(question()).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(failure instanceof ApplicationFailure)) throw new Error('the question was answered');
  return failure;
}

describe('a question to an outside system', () => {
  const unanswered: [string, StubReply, string][] = [
    ['500', { status: 500, body: { detail: secret } }, 'OUTSIDE_FAILED'],
    ['429', { status: 429, body: {} }, 'OUTSIDE_FAILED'],
    ['a refused signature', { status: 401, body: { code: 'EXCHANGE_SIGNATURE_INVALID' } }, 'OUTSIDE_REFUSED_US'],
    ['silence', 'silent', 'OUTSIDE_TIMEOUT'],
    ['a cut connection', 'cut', 'OUTSIDE_UNREACHABLE'],
    ['a truncated reply', 'truncated', 'OUTSIDE_UNREACHABLE'],
    ['a page instead of JSON', { status: 200, raw: `<html>${secret}</html>` }, 'OUTSIDE_REPLY_UNREADABLE'],
  ];

  test.each(unanswered)('answered by %s is asked again, with a code and without content', async (_, reply, code) => {
    const failure = await failureOf(reply);
    expect(failure.type).toBe(code);
    expect(failure.nonRetryable).not.toBe(true);
    expect(ERRORS).toHaveProperty(code);
    expect(`${failure.message} ${failure.stack}`).not.toContain(secret);
    expect(failure.cause).toBeUndefined();
  });

  test('that finds nobody is asked again', async () => {
    await stub.close();
    const failure: unknown = await ask(question()).catch((error: unknown) => error);
    expect(failure).toMatchObject({ type: 'OUTSIDE_UNREACHABLE', message: 'fund: ECONNREFUSED' });
    stub = await stubSystem();
  });

  test('waits as long as an overloaded system asks for, but never an hour', async () => {
    const failure = await failureOf({ status: 503, headers: { 'retry-after': '30' } });
    expect(failure.nextRetryDelay).toBe(30_000);
    const long = await failureOf({ status: 503, headers: { 'retry-after': '86400' } });
    expect(long.nextRetryDelay).toBe(600_000);
  });

  test('does not follow to another address', async () => {
    const failure = await failureOf({ status: 302, headers: { location: 'http://127.0.0.1:1/' } });
    expect(failure.type).toBe('OUTSIDE_UNREACHABLE');
  });

  test('gives a refusal back as it came', async () => {
    stub.reply({ status: 409, body: { code: 'LETTER_BODY_CHANGED' } });
    await expect(ask(question())).resolves.toEqual({ status: 409, body: { code: 'LETTER_BODY_CHANGED' } });
  });
});

describe('a foreign reason', () => {
  test('is shown without anything as long as a number of a person', () => {
    expect(safeReason(`身份证 ${secret} 与账号 6222 0200 1234 5678 不符，金额 1200 元`)).toBe(
      '身份证 *** 与账号 *** 不符，金额 1200 元',
    );
    expect(safeReason('37060219900101123X')).toBe('***');
  });

  test('is cut to a length a list can hold, counted in characters', () => {
    expect([...(safeReason('𠮷'.repeat(300)) ?? '')]).toHaveLength(100);
  });

  test('that is none stays none', () => {
    expect(safeReason('  ')).toBeUndefined();
    expect(safeReason({ text: 'x' })).toBeUndefined();
  });
});
