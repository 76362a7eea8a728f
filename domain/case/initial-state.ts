import type { CaseStart, CaseState } from '@due-process/contracts';

/** The case before its first event: rules and calendar known, nothing happened yet. */
export function initialState({ caseNo, rules, calendar }: Pick<CaseStart, 'caseNo' | 'rules' | 'calendar'>): CaseState {
  return {
    caseNo,
    rules,
    rulesHash: '',
    agency: rules.agency,
    officeId: '',
    channel: '',
    phase: 'awaitingIntake',
    seq: 0,
    version: 0,
    applicant: { personId: '', kind: '', masked: '', subject: '' },
    form: {},
    materials: {},
    facts: {},
    receivedOn: '',
    supplementNotices: 0,
    tasks: {},
    clocks: {},
    pauses: [],
    letters: {},
    documents: [],
    waits: {},
    steps: {},
    doers: {},
    counters: {},
    answers: {},
    calendar,
    ended: false,
    extensions: 0,
  };
}

/** Open means not concluded: the run may still go on for service and letters on their way. */
export const isOpen = (state: CaseState): boolean => state.outcome === undefined;
