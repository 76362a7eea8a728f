import type { DocumentState } from '@due-process/contracts';
import type { Details, LetterFacts } from '@due-process/documents';
import type { Issue } from './issue';

const insuranceWords: Record<string, string> = {
  employee: '职工基本医疗保险',
  resident: '城乡居民基本医疗保险',
};

const wordsOf = (kind: unknown): string => insuranceWords[String(kind)] ?? '基本医疗保险';

/** A letter between agencies on paper: the figures of its body as it was sent. Nothing for a document that is no letter. */
export function letterDetails({ type, data }: DocumentState, { state, placeName }: Issue): Details | undefined {
  if (type !== 'enrolmentCertificate' && type !== 'contactLetter' && type !== 'informationForm') return undefined;
  const letter = state.letters[String(data.letterNo)];
  if (!letter) return undefined;
  const { letterNo, other, inReplyTo, body } = letter;
  const text = (key: string) => (typeof body[key] === 'string' && body[key] ? { [key]: body[key] } : {});
  const number = (key: string) => (typeof body[key] === 'number' ? { [key]: body[key] } : {});
  const facts: LetterFacts = {
    letterNo,
    toName: placeName(other),
    ...(inReplyTo ? { inReplyTo } : {}),
    ...(body.insuranceKind ? { insuranceKind: wordsOf(body.insuranceKind) } : {}),
    ...text('insuredSince'),
    ...text('suspendedOn'),
    ...text('certificateNo'),
    ...number('paidMonths'),
    ...number('accountBalanceFen'),
    ...(Array.isArray(body.periods) ? { periods: body.periods.filter(isPeriod).map(inWords) } : {}),
  };
  return { type, ...facts };
}

type Period = NonNullable<LetterFacts['periods']>[number];

const isPeriod = (value: unknown): value is Period => typeof value === 'object' && value !== null && 'from' in value;
const inWords = (period: Period): Period => ({ ...period, insuranceKind: wordsOf(period.insuranceKind) });
