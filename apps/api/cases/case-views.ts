import { Injectable } from '@nestjs/common';
import type { Actor, CaseState, CaseView, ClockView, FieldRule, FormValue } from '@due-process/contracts';
import {
  applies,
  clockView,
  inputSchema,
  isForOutside,
  isOutside,
  leadingClock,
  letterStateOf,
  letterTitle,
  materialStatusWords,
  materialsOf,
  outcomeWords,
  pauseName,
  phaseWords,
  standsInFor,
  whoseTurn,
  type Asked,
} from '@due-process/domain';
import { CatalogShelf } from '../items/catalog-shelf';
import { caseEntries } from './case-entries';
import { caseFigures } from './case-figures';
import type { ReadCase } from './case-reader';
import { Directory, namedBy } from './directory';
import { placeName } from './places';
import { offeredActions } from './offered-actions';
import { storyView } from './story-view';

const standing = (reason: string | undefined) => (reason === undefined ? {} : { standsInFor: reason });

/** The case as `GET /api/cases/{caseNo}` gives it to one viewer. */
@Injectable()
export class CaseViews {
  constructor(
    private readonly directory: Directory,
    private readonly shelf: CatalogShelf,
  ) {}

  async of({ caseNo, state, person }: ReadCase, viewer: Actor, now = new Date().toISOString()): Promise<CaseView> {
    const closesAt = this.directory.closesAt(state.agency);
    const asked: Asked = { now, ...(closesAt ? { closesAt } : {}) };
    const nameOf = await this.directory.displayNames(accountsOf(state), viewer);
    const named = namedBy(nameOf);
    const clocks = Object.values(state.clocks).map((clock) => clockView(state, clock, asked));
    const item = this.shelf.catalog.published(state.rules.code);
    return {
      caseNo,
      item: { code: state.rules.code, name: state.rules.name, edition: state.rules.edition, mode: state.rules.mode },
      agency: { id: state.agency, name: this.directory.agencyName(state.agency) },
      office: { id: state.officeId, name: this.directory.unitName(state.agency, state.officeId) },
      channel: state.channel,
      channelName: nameIn(item?.channels, state.channel),
      ...(state.variant ? { variant: state.variant, variantName: nameIn(item?.variants, state.variant) } : {}),
      state: state.phase,
      stateWords: phaseWords[state.phase],
      stage: Object.values(state.tasks)[0]?.name ?? null,
      version: state.version,
      seq: state.seq,
      applicant: {
        kind: state.applicant.kind,
        kindName: nameIn(item?.applicantKinds, state.applicant.kind),
        ...person,
        name: state.applicant.masked,
      },
      form: state.form,
      formFields: fieldsOf(item?.form ?? [], state.form),
      materials: this.materials(state),
      facts: state.rules.facts
        .filter((rule) => applies(rule, state))
        .map((rule) => ({ name: rule.name, refusal: rule.refusal, ...known(state, rule.id) })),
      tasks: Object.values(state.tasks).map((task) => ({
        key: task.key,
        stage: task.stage,
        name: task.name,
        role: task.role,
        unit: { id: task.unit, name: this.directory.unitName(state.agency, task.unit) },
        ...standing(standsInFor(state, task.stage, task.role)),
        assignee: task.assignee ? named(task.assignee) : null,
        ...(task.delegatedBy ? { delegatedBy: named(task.delegatedBy) } : {}),
        cosigners: task.cosigners.map((one) => ({ ...one, by: named(one.by).id, ...named(one.id) })),
        awaitingCosigners: task.awaiting !== undefined,
        openedOn: task.openedOn,
        openedAt: task.openedAt,
        reminders: task.reminders,
      })),
      clocks,
      light: lightOf(state, clocks),
      remainingWords: remainingOf(state, clocks),
      limitKinds: [...new Set(state.rules.clocks.map(({ kind }) => kind))],
      statutoryDueOn: dueOn(clocks, 'statutory'),
      promisedDueOn: dueOn(clocks, 'promised'),
      nextRung: nextRung(clocks),
      paused: clocks.some((clock) => clock.state === 'paused'),
      pauses: state.pauses.map((pause) => ({
        ...pause,
        causeWords: pauseName(state, pause.cause),
        openedBy: named(pause.openedBy),
      })),
      letters: Object.values(state.letters).map((letter) => ({
        ...letter,
        title: letterTitle(letter.type),
        otherName: this.placeName(letter.other),
        stateWords: letterStateOf(letter, state.waits),
      })),
      documents: state.documents
        .filter((one) => !isOutside(viewer) || isForOutside(state, one.type))
        .map(({ documentNo, type, name, issuedOn }) => ({ documentNo, type, name, issuedOn })),
      receivedOn: state.receivedOn,
      acceptedOn: state.acceptedOn ?? null,
      concludedOn: state.concludedOn ?? null,
      servedOn: state.servedOn ?? null,
      outcome: state.outcome ?? null,
      outcomeWords: state.outcome ? outcomeWords[state.outcome] : null,
      outcomeReason: state.outcomeReason ?? null,
      ended: state.ended,
      ...(state.openNotice ? { openNotice: state.openNotice } : {}),
      whoseTurn: turn(state, nameOf, this.directory),
      story: storyView(state),
      // Opinions and calculations are the agency's own; who applied is told by documents.
      entries: isOutside(viewer) ? [] : caseEntries(state, named),
      figures: caseFigures(state, isOutside(viewer)),
      ...(state.lastChange ? { lastChange: { ...state.lastChange, by: named(state.lastChange.by) } } : {}),
      actions: offeredActions(this.shelf.catalog, state, viewer, now).map(
        ({ action, label, taskKey, allowed, reason, input }) => ({
          action,
          label,
          ...(taskKey ? { taskKey } : {}),
          allowed,
          ...(reason ? { reason: reason.detail, reasonCode: reason.code } : {}),
          inputSchema: inputSchema(input),
          fields: input,
        }),
      ),
    };
  }

  /** An agency of ours by its own name, any other by its city's. */
  private placeName(region: string): string {
    const own = this.directory.agencyName(region);
    return own === region ? (placeName(region) ?? region) : own;
  }

  /** The checklist that holds for this case, line by line. */
  private materials(state: CaseState) {
    return materialsOf(state).map((rule) => {
      const line = state.materials[rule.id];
      const status = line?.status ?? 'missing';
      return {
        id: rule.id,
        name: rule.name,
        status,
        statusWords: materialStatusWords[status],
        ...(line?.alternative ? { alternative: line.alternative } : {}),
        ...(line?.on ? { on: line.on } : {}),
        alternatives: rule.alternatives ?? [],
        shareable: rule.shareable ?? false,
        promisable: rule.promisable ?? false,
      };
    });
  }
}

/** What the catalogue calls it. */
const nameIn = (list: readonly { id: string; name: string }[] | undefined, id: string): string =>
  list?.find((one) => one.id === id)?.name ?? id;

const known = (state: CaseState, id: string) => state.facts[id] ?? { id, value: 'unknown', holds: false };

/** Fields of the form with their labels, in the order of the catalogue; values of the present case beside them. */
const fieldsOf = (rules: readonly FieldRule[], form: Record<string, FormValue>) =>
  rules.map((rule) => ({ ...rule, value: form[rule.id] ?? null }));

function accountsOf(state: CaseState): string[] {
  const tasks = Object.values(state.tasks);
  const holders = tasks.flatMap((task) => [task.assignee, task.delegatedBy, ...task.cosigners.map((one) => one.id)]);
  const doers = Object.values(state.steps).flatMap(({ by }) => (by === 'system' ? [] : [by]));
  const others = [...doers, state.lastChange?.by, ...state.pauses.map((pause) => pause.openedBy)];
  return [...holders, ...others].filter((id): id is string => id !== undefined);
}

/** The clock of the head: the leading one; while none such runs, what else is being counted: a supplement, a commitment, the step's own limit. */
const headClock = (state: CaseState, clocks: ClockView[]): ClockView | undefined => {
  const leading = clocks.find((clock) => clock.id === leadingClock(state)?.id);
  if (leading?.remaining || state.outcome) return leading;
  const counted = (kind: ClockView['kind']) =>
    clocks
      .filter((clock) => clock.kind === kind && clock.remaining !== undefined)
      .sort((a, b) => a.dueOn.localeCompare(b.dueOn))[0];
  return counted('supplement') ?? counted('step') ?? leading;
};

function remainingOf(state: CaseState, clocks: ClockView[]): string {
  const head = headClock(state, clocks);
  return head ? `${head.kind === 'step' ? '环节' : ''}${head.remainingWords}` : '--';
}

/** Late on a step shows although the total is in time; otherwise the leading clock's light. */
function lightOf(state: CaseState, clocks: ClockView[]): ClockView['light'] | null {
  if (clocks.some((clock) => clock.kind === 'step' && clock.remaining?.kind === 'late')) return 'red';
  return headClock(state, clocks)?.light ?? null;
}

function dueOn(clocks: ClockView[], kind: ClockView['kind']): string | null {
  const own = clocks.filter((clock) => clock.kind === kind && clock.state !== 'cancelled');
  const running = own.filter((clock) => clock.remaining !== undefined);
  const days = (running.length > 0 ? running : own).map((clock) => clock.dueOn).sort();
  return (running.length > 0 ? days[0] : days.at(-1)) ?? null;
}

function nextRung(clocks: ClockView[]) {
  const rungs = clocks.flatMap(({ id, name, nextRung: rung }) =>
    rung ? [{ clockId: id, clockName: name, ...rung }] : [],
  );
  return rungs.sort((a, b) => a.at.localeCompare(b.at))[0] ?? null;
}

function turn(state: CaseState, nameOf: (id: string) => string, directory: Directory) {
  const whose = whoseTurn(state);
  const unit = 'unit' in whose ? { unitName: directory.unitName(state.agency, whose.unit) } : {};
  return {
    ...whose,
    ...unit,
    ...(whose.kind === 'person' ? { account: namedBy(nameOf)(whose.account).id, name: nameOf(whose.account) } : {}),
  };
}
