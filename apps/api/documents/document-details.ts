import type { CaseState, ClockState, DocumentState, PauseState } from '@due-process/contracts';
import { letterTitle, materialsOf, materialStatusWords, pauseName, type DerivationSheet } from '@due-process/domain';
import type { Details, LimitFacts } from '@due-process/documents';
import { entitlementDetails } from './entitlement-details';
import { benefitDetails } from './benefit-details';
import { designationDetails } from './designation-details';
import type { Issue } from './issue';
import { letterDetails } from './letter-details';
import { recognitionDetails } from './recognition-details';
import { settlementDetails } from './settlement-details';

const kindWords: Partial<Record<ClockState['kind'], string>> = {
  statutory: '法定时限',
  promised: '承诺时限',
  supplement: '补正期限',
};

export const limitOf = (
  { name, kind, quantity, unit, dueOn }: Pick<ClockState, 'name' | 'kind' | 'quantity' | 'unit' | 'dueOn'>,
  provisional = false,
): LimitFacts => ({ name, kind: kindWords[kind] ?? '时限', quantity, unit, dueOn, provisional });

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);
const given = <Key extends string>(key: Key, value: string | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: string };

/** What a document of the case says, by its type. A type without a wording of its own is printed with the facts of the case alone. */
export function detailsOf(document: DocumentState, issue: Issue): Details {
  const { state, before } = issue;
  const reason = textOf(document.data.reason) ?? state.outcomeReason ?? '未写明';
  switch (document.type) {
    case 'receipt':
      return {
        type: 'receipt',
        materials: materialsOf(state).map(({ id, name }) => ({
          name,
          status: materialStatusWords[state.materials[id]?.status ?? 'missing'],
        })),
        ...given('limitStatement', issue.limitStatement),
        ...given('queryCode', issue.queryCode),
        ...given('progressUrl', issue.progressUrl),
      };
    case 'acceptanceNotice':
      return { type: 'acceptanceNotice', limits: lawful(state), ...given('limitStatement', issue.limitStatement) };
    case 'supplementNotice':
      return supplement(document, issue);
    case 'nonAcceptanceNotice':
      return { type: 'nonAcceptanceNotice', reason };
    case 'rejectionDecision':
      return { type: 'rejectionDecision', reason };
    case 'conclusionNotice':
      return {
        type: 'conclusionNotice',
        ...given('result', textOf(document.data.reason)),
        concludedOn: state.concludedOn ?? document.issuedOn,
        letters: Object.values(state.letters)
          .filter(({ direction }) => direction === 'out')
          .map(({ type, letterNo }) => ({ title: letterTitle(type), letterNo })),
      };
    case 'rosterResult': {
      const { roster, lines, accepted, rejected } = document.data;
      const [all, good, bad] = [lines, accepted, rejected].map(Number) as [number, number, number];
      const returned = issue.returnedLines ?? [];
      return { type: 'rosterResult', roster: String(roster), lines: all, accepted: good, rejected: bad, returned };
    }
    case 'extensionNotice':
      return extension(reason, state, before);
    case 'specialProcedureNotice': {
      const pause = state.pauses.find(({ documentNo }) => documentNo === document.documentNo);
      return pause ? specialProcedure(state, pause) : { type: 'other', rows: [] };
    }
    default:
      return (
        letterDetails(document, issue) ??
        benefitDetails(document, state) ??
        designationDetails(document, state) ??
        recognitionDetails(document, state) ??
        settlementDetails(document, issue) ??
        entitlementDetails(document, issue) ?? { type: 'other', rows: [] }
      );
  }
}

const lawful = (state: CaseState): LimitFacts[] =>
  Object.values(state.clocks)
    .filter(({ kind, state: now }) => (kind === 'statutory' || kind === 'promised') && now === 'running')
    .map((clock) => limitOf(clock));

/** All that is missing, as the notice itself lists it, and the last day: of the supplement's own limit before acceptance, of the pause after it. */
function supplement({ documentNo, data }: DocumentState, { state, events }: Issue): Details {
  const listed = Array.isArray(data.missing) ? (data.missing as { name?: unknown }[]) : [];
  const clock = Object.values(state.clocks).find(({ kind, state: now }) => kind === 'supplement' && now === 'running');
  const pause = state.pauses.find((one) => one.documentNo === documentNo);
  const rule = state.rules.pauses.find(({ cause }) => cause === 'supplement')?.limit;
  const asked = events.find((event) => event.type === 'supplementRequested' && event.data.noticeNo === documentNo);
  const again = asked?.type === 'supplementRequested' ? asked.data.reason : undefined;
  const limit =
    pause?.limitOn && rule
      ? limitOf({ name: '补正材料', kind: 'supplement', ...rule, dueOn: pause.limitOn })
      : clock && limitOf(clock);
  return {
    type: 'supplementNotice',
    missing: listed.map(({ name }) => String(name ?? '')),
    ...given('asked', textOf(data.asked)),
    ...given('again', again),
    ...(limit ? { limit } : {}),
    paused: pause !== undefined,
  };
}

function extension(reason: string, state: CaseState, before: CaseState): Details {
  const rule = state.rules.extension;
  const clock = rule && state.clocks[rule.clock];
  const was = rule && before.clocks[rule.clock];
  return {
    type: 'extensionNotice',
    reason,
    ...(clock ? { limit: limitOf(clock), extendedBy: rule.quantity } : {}),
    ...given('wasDueOn', was?.dueOn),
  };
}

export function specialProcedure(state: CaseState, pause: PauseState): Details {
  return {
    type: 'specialProcedureNotice',
    cause: pauseName(state, pause.cause),
    legalBasis: pause.legalBasis,
    startsOn: pause.openedOn,
    ...given('noticeNo', pause.documentNo),
    ...given('reason', pause.reason),
    ...given('limitOn', pause.limitOn),
    clocks: pause.clocks.map((id) => state.clocks[id]?.name ?? id),
  };
}

/** 推导单, without what changes from day to day: the same event of the journal gives the same sheet. */
export function derivationDetails(state: CaseState, sheet: DerivationSheet): Details {
  const { clock, pauses, dueOn, provisional, open, calendarVersion, derivation } = sheet;
  const why = (from: string): string | undefined => {
    const pause = state.pauses.find((one) => one.openedOn === from && one.clocks.includes(clock.id));
    return pause && pauseName(state, pause.cause);
  };
  return {
    type: 'derivation',
    limit: { ...limitOf({ ...clock, dueOn }, provisional), kind: clock.kindWords },
    startWords: clock.startWords,
    startedOn: clock.startedOn,
    extendedBy: clock.extendedBy,
    open: open ?? false,
    calendarVersion,
    pauses: pauses.map((pause) => ({ ...pause, ...given('why', why(pause.from)) })),
    days: derivation,
  };
}
