import type { CaseState, DocumentState, PauseState } from '@due-process/contracts';

/**
 * Numbers of documents. `…-D01`: issued by the case. The others are made from what the case already holds and need no event of their own: `…-T01` 特别程序告知书 of the first
 * pause, `…-S02` 送达回证 for `…-D02`. `…-C01-25` is the 推导单 of the first limit as the journal stood at event 25: another event, another number.
 */
export type Numbered =
  | { kind: 'issued'; document: DocumentState }
  | { kind: 'specialProcedure'; pause: PauseState }
  | { kind: 'service'; of: DocumentState };

/** Documents that are served on the applicant with a signature. */
const served: ReadonlySet<string> = new Set([
  'acceptanceNotice',
  'supplementNotice',
  'nonAcceptanceNotice',
  'rejectionDecision',
  'conclusionNotice',
  'extensionNotice',
  'specialProcedureNotice',
]);

export function numbered(state: CaseState, documentNo: string): Numbered | undefined {
  const document = state.documents.find((one) => one.documentNo === documentNo);
  if (document) return { kind: 'issued', document };
  const [, caseNo, letter, digits] = /^(\d+)-([TS])(\d{2})$/.exec(documentNo) ?? [];
  if (caseNo !== state.caseNo || digits === undefined) return undefined;
  if (letter === 'T') {
    const pause = state.pauses[Number(digits) - 1];
    return pause && pause.cause !== 'supplement' ? { kind: 'specialProcedure', pause } : undefined;
  }
  const of = state.documents.find((one) => one.documentNo === `${caseNo}-D${digits}`);
  return of && served.has(of.type) ? { kind: 'service', of } : undefined;
}

export const derivationNo = (state: CaseState, clockId: string): string =>
  `${state.caseNo}-C${String(Object.keys(state.clocks).indexOf(clockId) + 1).padStart(2, '0')}-${state.seq}`;
