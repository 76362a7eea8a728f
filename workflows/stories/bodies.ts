import type { CaseState } from '@due-process/contracts';

/**
 * What letters say about the insurance relation, without the person: name and number are added where the letter leaves the house. Figures come
 * from the core platform's answer as it was shown to the clerk, or from what the clerk entered.
 */
const issuer = (state: CaseState) => ({ agency: state.agency, name: state.rules.params.agencyName ?? state.agency });

export function certificateBody(state: CaseState): Record<string, unknown> {
  const known = state.facts.enrolment?.data ?? {};
  return {
    insuranceKind: known.kind ?? 'employee',
    insuredSince: known.insuredSince ?? state.receivedOn,
    suspendedOn: known.suspendedOn ?? state.receivedOn,
    paidMonths: known.paidMonths ?? 0,
    accountBalanceFen: known.accountBalanceFen ?? 0,
    issuer: issuer(state),
  };
}

export function contactBody(state: CaseState): Record<string, unknown> {
  const certificateNo = state.form.certificateNo;
  return { ...(typeof certificateNo === 'string' && certificateNo ? { certificateNo } : {}), issuer: issuer(state) };
}

/** `YYYY-MM` of a date. */
const month = (value: unknown): string => String(value ?? '').slice(0, 7);

export function informationBody(state: CaseState, input: Record<string, unknown>): Record<string, unknown> {
  const paidMonths = Number(input.paidMonths ?? 0);
  return {
    insuranceKind: 'employee',
    paidMonths,
    periods: [
      { from: month(input.insuredFrom), to: month(input.insuredTo), months: paidMonths, insuranceKind: 'employee' },
    ],
    accountBalanceFen: Number(input.accountBalanceFen ?? 0),
    issuer: issuer(state),
  };
}
