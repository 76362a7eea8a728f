import type { ActCommand, Actor, CaseState, LetterEnvelope, LetterReceipt, LetterType } from '@due-process/contracts';
import { QINGDAO, YANTAI } from './people';
import { applicant, CASE_NO } from './start';

type More = Partial<Omit<ActCommand, 'actor' | 'action' | 'input'>>;

/** Text of the length of a MAC, different for every text. */
const mac = (text: string): string => text.padEnd(43, '_');

/** A person's act on the case as it stands. Its key is its own for every state, person and action. */
export const actCommand = (
  state: Pick<CaseState, 'seq' | 'version'>,
  actor: Actor,
  action: string,
  input: ActCommand['input'] = {},
  more: More = {},
): ActCommand => ({
  actor,
  action,
  input,
  key: mac(`${state.seq}-${actor.id}-${action}`),
  bodyMac: mac(`body-${state.seq}`),
  expectedVersion: state.version,
  ...more,
});

/** A letter of the other agency to this one. */
export const letterIn = (
  type: LetterType,
  letterNo = `${QINGDAO}-${type}-1`,
  more: Partial<LetterEnvelope> = {},
): LetterEnvelope => ({
  letterNo,
  type,
  fromAgency: QINGDAO,
  toAgency: YANTAI,
  subject: applicant.subject,
  issuedOn: '2026-03-05',
  body: { issuer: { agency: QINGDAO, name: '青岛市医疗保险经办机构' } },
  ...more,
});

export const receiptOf = (
  letterNo = `${CASE_NO}-L01`,
  kind: LetterReceipt['kind'] = 'delivered',
  more: Partial<LetterReceipt> = {},
): LetterReceipt => ({ letterNo, fromAgency: QINGDAO, kind, at: '2026-03-06T02:00:00.000Z', ...more });
