import type { LetterEnvelope } from '@due-process/contracts';
import { answerTo, canonicalJson, canonicalLetter, signingText, subjectText, withinSkew } from '.';

const letter: LetterEnvelope = {
  letterNo: '370600-2026-000001',
  type: 'enrolmentCertificate',
  fromAgency: '370600',
  toAgency: '370200',
  subject: '0123456789abcdef0123456789abcdef',
  issuedOn: '2026-03-02',
  body: { person: { name: '𠮷野·阿依', idNumber: '370602199001011233' }, paidMonths: 72 },
};

describe('a letter on the wire', () => {
  it('is signed over its timestamp and its body as sent', () => {
    expect(signingText('1772400000', '{"a": 1}')).toBe('1772400000.{"a": 1}');
  });

  it('is accepted up to five minutes from the clock and not a second more', () => {
    expect(withinSkew('1000', 1300)).toBe(true);
    expect(withinSkew('1000', 1301)).toBe(false);
    expect(withinSkew('1000', 700)).toBe(true);
    expect(withinSkew('1000', 699)).toBe(false);
    expect(withinSkew('1e3', 1000)).toBe(false);
    expect(withinSkew('', 0)).toBe(false);
  });

  it('is the same letter in another order of fields and another one after any change', () => {
    const { body, ...head } = letter;
    const reordered = {
      body: { paidMonths: 72, person: { idNumber: '370602199001011233', name: '𠮷野·阿依' } },
      ...head,
    };
    expect(canonicalLetter({ ...reordered, inReplyTo: undefined })).toBe(canonicalLetter(letter));
    expect(canonicalLetter({ ...letter, body: { ...body, paidMonths: 73 } })).not.toBe(canonicalLetter(letter));
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  });
});

describe('the subject of a letter', () => {
  it('is one text for one person, however the number is written', () => {
    expect(subjectText(' 11010519491231002x ')).toBe('11010519491231002X');
    expect(subjectText('１１０１０５１９４９１２３１００２Ｘ')).toBe('11010519491231002X');
    expect(subjectText('110105491231002')).toBe('11010519491231002X');
  });
});

describe('the answer to a letter', () => {
  it('follows the order of the guide', () => {
    expect(answerTo('enrolmentCertificate')).toBe('contactLetter');
    expect(answerTo('contactLetter')).toBe('informationForm');
    expect(answerTo('informationForm')).toBeUndefined();
  });
});
