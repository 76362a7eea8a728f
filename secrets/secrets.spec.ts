import { randomBytes } from 'node:crypto';
import { exchangeHeaders } from '@due-process/contracts';
import {
  commandMac,
  createBlindIndex,
  createColumnCipher,
  createCommandMac,
  createDataConverter,
  createLetterSigner,
  createSubject,
  parseKeys,
  testKeys,
} from './index';

const keys = testKeys();
const secret = (): string => randomBytes(32).toString('base64');
const file = () => ({
  payload: [{ id: 'k1', key: secret() }],
  column: [{ id: 'k1', key: secret() }],
  blindIndex: secret(),
  command: secret(),
  letters: { 370600: secret(), platform: secret() },
  admin: secret(),
});

describe('the key file', () => {
  it('is read whole', () => {
    const read = parseKeys(JSON.stringify(file()));
    expect(read.payload[0]!.key).toHaveLength(32);
    expect([...read.letters.keys()]).toEqual(['370600', 'platform']);
  });

  it('is refused with the name of what is wrong, never with a key', () => {
    const short = randomBytes(16).toString('base64');
    expect(() => parseKeys(JSON.stringify({ ...file(), command: short }))).toThrow('Keys: command must be 32 bytes');
    expect(() => parseKeys(JSON.stringify({ ...file(), payload: [] }))).toThrow('payload must list');
    const twice = { ...file(), column: [...file().column, ...file().column] };
    expect(() => parseKeys(JSON.stringify(twice))).toThrow('column repeats an id');
    const cut = JSON.stringify(file()).slice(0, -1);
    expect(() => parseKeys(cut)).toThrow(/^The key file is not JSON\.$/);
  });
});

describe('a sealed column', () => {
  const cipher = createColumnCipher(keys);

  it('opens to the same text and never looks the same twice', () => {
    const [one, two] = [cipher.seal('欧阳·𠮷 370602199001011233'), cipher.seal('欧阳·𠮷 370602199001011233')];
    expect(cipher.open(one)).toBe('欧阳·𠮷 370602199001011233');
    expect(one).not.toBe(two);
    expect(one).toMatch(/^t1\.[A-Za-z0-9_-]+$/);
    expect(cipher.open(cipher.seal(''))).toBe('');
  });

  it('opens under an old key after a rotation, and not without it', () => {
    const sealed = cipher.seal('x');
    const fresh = { id: 't2', key: randomBytes(32) };
    expect(createColumnCipher({ column: [fresh, ...keys.column] }).open(sealed)).toBe('x');
    expect(() => createColumnCipher({ column: [fresh] }).open(sealed)).toThrow('No key with the id t1');
  });

  it('does not open after tampering', () => {
    const sealed = cipher.seal('370602199001011233');
    const at = sealed.length - 5;
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
    expect(() => cipher.open(changed)).toThrow('authenticate');
    expect(() => cipher.open('t1.AAAA')).toThrow('too short');
    expect(() => cipher.open('plain text')).toThrow('Not a sealed value');
  });
});

describe('the blind index', () => {
  const index = createBlindIndex(keys);

  it('is one for one number, however it is written', () => {
    expect(index('idNumber', ' 11010519491231002x')).toBe(index('idNumber', '11010519491231002X'));
    expect(index('idNumber', '11010519491231002X')).not.toBe(index('phone', '11010519491231002X'));
    expect(index('idNumber', '11010519491231002X')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('differs from the subject, which is made under the platform key', () => {
    const subject = createSubject(keys);
    expect(subject('110105491231002')).toBe(subject('11010519491231002X'));
    expect(subject('11010519491231002X')).not.toBe(index('idNumber', '11010519491231002X'));
  });
});

describe('the name of a command', () => {
  it('tells apart what only looks alike', () => {
    expect(commandMac(keys.command, 'ab', 'c')).not.toBe(commandMac(keys.command, 'a', 'bc'));
    const mac = createCommandMac(keys);
    expect(mac.key('a1', '/cases', 'k')).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(mac.key('a1', '/cases', 'k')).not.toBe(mac.key('a2', '/cases', 'k'));
  });

  it('sees one body in any order of its fields and another after any change', () => {
    const mac = createCommandMac(keys);
    expect(mac.body({ a: 1, b: [1, 2] })).toBe(mac.body({ b: [1, 2], a: 1 }));
    expect(mac.body({ a: 1, b: [1, 2] })).not.toBe(mac.body({ a: 1, b: [2, 1] }));
  });
});

describe('the signature of a letter', () => {
  const signer = createLetterSigner(keys);
  const now = Date.UTC(2026, 2, 2, 1);
  const body = '{"letterNo": "1"}';

  it('tells who signed', () => {
    expect(signer.check(signer.sign('370600', body, now), body, now + 299_000)).toEqual({ agency: '370600' });
  });

  it('fails on another body, another agency, an unknown agency, a missing header', () => {
    const headers = signer.sign('370600', body, now);
    const invalid = { fault: 'LETTER_SIGNATURE_INVALID' };
    expect(signer.check(headers, `${body} `, now)).toEqual(invalid);
    expect(signer.check({ ...headers, [exchangeHeaders.agency]: '370200' }, body, now)).toEqual(invalid);
    expect(signer.check({ ...headers, [exchangeHeaders.agency]: '000000' }, body, now)).toEqual(invalid);
    expect(signer.check({ ...headers, [exchangeHeaders.signature]: undefined }, body, now)).toEqual(invalid);
  });

  it('expires after five minutes', () => {
    expect(signer.check(signer.sign('370600', body, now), body, now + 301_000)).toEqual({ fault: 'LETTER_EXPIRED' });
  });
});

describe('the data converter', () => {
  it('encrypts the messages of failures too', async () => {
    const { failureConverterPath } = createDataConverter(keys);
    const { failureConverter } = (await import(failureConverterPath!)) as typeof import('./failure-converter');
    expect(failureConverter.options.encodeCommonAttributes).toBe(true);
  });
});
