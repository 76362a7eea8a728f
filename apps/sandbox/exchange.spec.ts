import { eventually, pause } from './testing/agency';
import { Kit } from './testing/kit';

describe('the exchange platform', () => {
  let kit: Kit;
  beforeEach(async () => {
    kit = await new Kit().open();
  });
  afterEach(() => kit.close());

  const received = (letterNo: string) => kit.agency.letters().filter((letter) => letter.letterNo === letterNo);
  const receiptsOf = (letterNo: string) =>
    kit.agency
      .receipts()
      .filter((receipt) => receipt.letterNo === letterNo)
      .map(({ kind }) => kind);
  const ofType = (type: string) => kit.agency.letters().filter((letter) => letter.type === type);

  it('brings a letter byte for byte to the other agency, signed by itself, and its receipts back to the sender', async () => {
    const letter = kit.certificate('370600-2026-0001', '370200');
    const accepted = await kit.post(letter);
    expect(accepted).toEqual({ status: 202, body: { letterNo: letter.letterNo, acceptedAt: expect.any(String) } });
    await eventually('the receipt of delivery', () => receiptsOf(letter.letterNo).includes('delivered'));
    expect(kit.agency.deliveries[0]).toEqual({
      path: '/api/exchange/letters',
      agency: 'platform',
      signedRight: true,
      raw: JSON.stringify(letter),
      status: 202,
    });
    const at = '2026-03-03T01:00:00Z';
    const receipt = { letterNo: letter.letterNo, fromAgency: '370200', kind: 'processed', at };
    expect((await kit.signed('370200', 'POST', '/exchange/receipts', receipt)).status).toBe(202);
    expect((await kit.signed('370200', 'POST', '/exchange/receipts', receipt)).status).toBe(202);
    await eventually('the receipt of processing', () => receiptsOf(letter.letterNo).includes('processed'));
    await kit.signed('370200', 'POST', '/exchange/receipts', receipt);
    await pause(30);
    expect(receiptsOf(letter.letterNo)).toEqual(['delivered', 'processed']);
    expect(kit.agency.receipts()[1]).toEqual(receipt);
  });

  it('takes a repeat without effect and refuses another text under the same number', async () => {
    const letter = kit.certificate('370600-2026-0002', '370200');
    const first = await kit.post(letter);
    await eventually('the letter', () => received(letter.letterNo).length === 1);
    const { body, ...head } = letter;
    const again = await kit.signed('370600', 'POST', '/exchange/letters', { body, ...head });
    expect(again).toEqual(first);
    const changed = await kit.post({ ...letter, body: { ...body, paidMonths: 121 } });
    expect(changed).toMatchObject({ status: 409, body: { code: 'LETTER_BODY_CHANGED' } });
    await pause(50);
    expect(received(letter.letterNo)).toHaveLength(1);
  });

  it('refuses a wrong signature, an old one, and a letter in the name of another', async () => {
    const letter = kit.certificate('370600-2026-0003', '370200');
    const headers = { 'x-exchange-agency': '370600', 'x-exchange-timestamp': String(Math.floor(Date.now() / 1000)) };
    const forged = await kit.call('POST', '/exchange/letters', letter, { ...headers, 'x-exchange-signature': '00' });
    expect(forged).toMatchObject({ status: 401, body: { code: 'EXCHANGE_SIGNATURE_INVALID' } });
    const old = await kit.signed('370600', 'POST', '/exchange/letters', letter, Date.now() - 302_000);
    expect(old).toMatchObject({ status: 401, body: { code: 'EXCHANGE_TIMESTAMP_SKEWED' } });
    const other = await kit.signed('370200', 'POST', '/exchange/letters', letter);
    expect(other).toMatchObject({ status: 403, body: { code: 'LETTER_SENDER_MISMATCH' } });
    const platform = await kit.signed('platform', 'POST', '/exchange/letters', letter);
    expect(platform.status).toBe(401);
  });

  it('names every wrong field at once', async () => {
    const letter = kit.certificate('370600-2026-0004', '370200', { issuedOn: '2026-02-30', subject: 'x' });
    const wrong = await kit.post({ ...letter, body: { ...letter.body, paidMonths: -1, accountBalanceFen: 1.5 } });
    expect(wrong).toMatchObject({ status: 400, body: { code: 'BAD_INPUT' } });
    const fields = (wrong.body.errors as { field: string }[]).map(({ field }) => field).sort();
    expect(fields).toEqual(['body.accountBalanceFen', 'body.paidMonths', 'issuedOn', 'subject']);
    const stranger = await kit.post({ ...kit.certificate('370600-2026-0005', '370200'), subject: '0'.repeat(32) });
    expect(stranger).toMatchObject({ status: 400, body: { code: 'LETTER_SUBJECT_WRONG' } });
    const nowhere = await kit.post(kit.certificate('370600-2026-0006', '999999'));
    expect(nowhere).toMatchObject({ status: 400, body: { code: 'AGENCY_UNKNOWN' } });
  });

  it('tries again until the agency takes the letter, also when the reply is cut', async () => {
    kit.agency.nextStatuses.push(503, 'cut', 400);
    const letter = kit.certificate('370600-2026-0007', '370200');
    await kit.post(letter);
    await eventually('the receipt of delivery', () => receiptsOf(letter.letterNo).includes('delivered'));
    const statuses = kit.agency.deliveries.filter(({ path }) => path.endsWith('/letters')).map(({ status }) => status);
    expect(statuses).toEqual([503, undefined, 400, 202]);
  });

  it('stops at a 409 and tells the sender that the letter was refused', async () => {
    kit.agency.nextStatuses.push(409);
    const letter = kit.certificate('370600-2026-0008', '370200');
    await kit.post(letter);
    await eventually('the refusal', () => receiptsOf(letter.letterNo).includes('refused'));
    await pause(50);
    expect(received(letter.letterNo)).toHaveLength(1);
    expect(receiptsOf(letter.letterNo)).toEqual(['refused']);
  });

  it('lists for the daily reconciliation what an agency sent and was sent, to that agency alone', async () => {
    await kit.post(kit.certificate('370600-2026-0009', '370200'));
    await kit.post(kit.certificate('370600-2026-0010', '320500'));
    await eventually('the delivery', () => receiptsOf('370600-2026-0009').includes('delivered'));
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const path = `/exchange/letters?agency=370200&from=${today}&to=${today}`;
    const list = await kit.signed('370200', 'GET', path);
    expect(list.body.letters).toEqual([
      expect.objectContaining({
        letterNo: '370600-2026-0009',
        direction: 'received',
        state: 'delivered',
        deliveredAt: expect.any(String),
      }),
    ]);
    expect((await kit.signed('370600', 'GET', path)).status).toBe(403);
    const before = await kit.signed('370200', 'GET', '/exchange/letters?agency=370200&to=2020-01-01');
    expect(before.body.letters).toEqual([]);
    const one = await kit.signed('370200', 'GET', '/exchange/letters/370600-2026-0009');
    expect(one.body.letter).toEqual(kit.certificate('370600-2026-0009', '370200'));
    expect((await kit.signed('370200', 'GET', '/exchange/letters/370600-2026-0010')).status).toBe(404);
  });

  it('loses nothing in a restart: undelivered letters, owed answers, settings', async () => {
    await kit.admin('PUT', '/faults', { exchange: { silent: true } });
    await kit.admin('PUT', '/cities/320500', { replyDelayMs: 150 });
    await kit.post(kit.certificate('370600-2026-0011', '370200'));
    await kit.post(kit.certificate('370600-2026-0012', '320500'));
    await kit.stop();
    await kit.start();
    expect((await kit.admin('GET', '/faults')).body).toEqual({ exchange: { silent: true } });
    expect(kit.agency.letters()).toEqual([]);
    await kit.admin('DELETE', '/faults');
    await eventually('the letter', () => received('370600-2026-0011').length === 1);
    await eventually('the city’s receipt', () => receiptsOf('370600-2026-0012').includes('delivered'));
    await kit.stop();
    expect(ofType('contactLetter')).toEqual([]);
    await kit.start();
    await eventually('the city’s answer', () => ofType('contactLetter')[0]);
    await pause(100);
    expect(ofType('contactLetter')).toHaveLength(1);
    expect(received('370600-2026-0011')).toHaveLength(1);
  });

  describe('with a fault switched on', () => {
    it('delivers a letter twice', async () => {
      await kit.admin('PUT', '/faults', { exchange: { duplicate: 1 } });
      await kit.post(kit.certificate('370600-2026-0021', '370200'));
      await eventually('both copies', () => received('370600-2026-0021').length === 2);
      await kit.post(kit.certificate('370600-2026-0022', '370200'));
      await eventually('the second letter', () => receiptsOf('370600-2026-0022').length === 1);
      expect(received('370600-2026-0022')).toHaveLength(1);
    });

    it('delivers it again with another body, without touching its receipts', async () => {
      await kit.admin('PUT', '/faults', { exchange: { changedBody: 1 } });
      await kit.post(kit.certificate('370600-2026-0023', '370200'));
      await eventually('the altered copy', () => received('370600-2026-0023').length === 2);
      const [first, second] = received('370600-2026-0023');
      expect(second?.body).toEqual({ ...first?.body, remark: '内容已被改动' });
      expect(kit.agency.deliveries.every(({ signedRight }) => signedRight)).toBe(true);
      await pause(30);
      expect(receiptsOf('370600-2026-0023')).toEqual(['delivered']);
    });

    it('holds a letter until the next one to the same agency was delivered', async () => {
      await kit.admin('PUT', '/faults', { exchange: { outOfOrder: 1 } });
      await kit.post(kit.certificate('370600-2026-0024', '370200'));
      await pause(60);
      expect(kit.agency.letters()).toEqual([]);
      await kit.post(kit.certificate('370600-2026-0025', '370200'));
      await eventually('the held letter', () => received('370600-2026-0024').length === 1);
      expect(kit.agency.letters().map(({ letterNo }) => letterNo)).toEqual(['370600-2026-0025', '370600-2026-0024']);
    });

    it('fails or cuts the reply as often as told, and a lost reply has had its effect', async () => {
      await kit.admin('PUT', '/faults', { exchange: { status500: 1, lostReply: 1 } });
      const letter = kit.certificate('370600-2026-0026', '370200');
      expect(await kit.post(letter)).toMatchObject({ status: 500, body: { code: 'SANDBOX_FAULT' } });
      await expect(kit.post(letter)).rejects.toThrow('fetch failed');
      await eventually('the letter', () => received('370600-2026-0026').length === 1);
      expect((await kit.post(letter)).status).toBe(202);
      await pause(30);
      expect(received('370600-2026-0026')).toHaveLength(1);
    });
  });

  it('forgets everything on reset', async () => {
    await kit.admin('PUT', '/faults', { exchange: { outOfOrder: 'always' } });
    await kit.post(kit.certificate('370600-2026-0031', '370200'));
    expect((await kit.admin('POST', '/reset')).status).toBe(204);
    await kit.stop();
    await kit.start();
    expect((await kit.admin('GET', '/letters')).body).toEqual({ letters: [] });
    expect((await kit.admin('GET', '/faults')).body).toEqual({});
    await pause(30);
    expect(kit.agency.letters()).toEqual([]);
  });

  it('keeps its admin doors shut without the key', async () => {
    expect(await kit.call('POST', '/admin/reset')).toMatchObject({ status: 401, body: { code: 'ADMIN_KEY_INVALID' } });
    const misplaced = await kit.admin('PUT', '/faults/core', { duplicate: 1 });
    expect(misplaced).toMatchObject({ status: 400, body: { code: 'BAD_INPUT' } });
  });
});
