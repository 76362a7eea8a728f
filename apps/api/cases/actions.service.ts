import { Inject, Injectable } from '@nestjs/common';
import type {
  ActCommand,
  Actor,
  CaseState,
  ErrorCode,
  FieldRule,
  KnownFact,
  PublishedAction,
} from '@due-process/contracts';
import { ACCESS, applies, checkActionInput, checkOwnDate, shanghaiDate } from '@due-process/domain';
import { createCommandMac, type Keys } from '@due-process/secrets';
import { CatalogShelf } from '../items/catalog-shelf';
import { Organisations } from '../organisations/organisations';
import { problemOf } from '../platform/errors/failures';
import { Problem } from '../platform/errors/problem';
import { inputProblem } from '../platform/http/schema.pipe';
import { KEYS } from '../platform/keys/keys.module';
import { CaseEngine, CaseRunGone } from './case-engine';
import { CaseReader, type ReadCase } from './case-reader';
import { Directory } from './directory';
import { FactLookup } from './fact-lookup';
import { RosterClaims } from '../rosters/roster-claims';
import { inOwnName } from './opening-access';
import { numberChecks } from './number-checks';
import { offeredActions } from './offered-actions';
import { PersonStore } from './person.store';
import { PersonalValues } from './personal-values';
import { versionConflict } from './version-conflict';

export interface ActRequest {
  caseNo: string;
  action: string;
  key: string;
  expectedVersion: number;
  input: unknown;
  occurredOn?: string;
  taskKey?: string;
  /** The whole body, for telling a repeat from another command under the same key. */
  body: unknown;
}

/**
 * A person's act on a case: the input judged by the fields the action publishes, personal values sealed, facts asked again where the action
 * depends on them, then one Update. Whether the act is allowed is the case's own decision.
 */
@Injectable()
export class CaseActions {
  private readonly mac;

  constructor(
    @Inject(KEYS) keys: Keys,
    private readonly reader: CaseReader,
    private readonly engine: CaseEngine,
    private readonly facts: FactLookup,
    private readonly persons: PersonStore,
    private readonly personal: PersonalValues,
    private readonly directory: Directory,
    private readonly shelf: CatalogShelf,
    private readonly organisations: Organisations,
    private readonly rosters: RosterClaims,
  ) {
    this.mac = createCommandMac(keys);
  }

  /** The case as it is right after the act. */
  async act(actor: Actor, request: ActRequest): Promise<ReadCase> {
    const since = Date.now();
    await this.organisations.refresh();
    const { caseNo, action } = request;
    const found = await this.reader.visible(caseNo, actor);
    const route = `POST /api/cases/${caseNo}/actions/${action}`;
    const command = { actor, key: this.mac.key(actor.id, route, request.key), bodyMac: this.mac.body(request.body) };
    const earlier = found.events.find((event) => event.command?.key === command.key);
    if (earlier && earlier.command?.bodyMac !== command.bodyMac) throw new Problem('IDEMPOTENCY_KEY_REUSED');
    // A repeat is judged by the case as it was before the first time: the run may have to do it again after a crash.
    const before = earlier ? await this.reader.upTo(found, earlier.seq - 1) : found;
    const full = await this.commandFor(before, command, request);
    try {
      const answer = await this.engine.act(caseNo, full, since);
      const after = await this.reader.find(caseNo);
      return await this.reader.upTo(after ?? found, answer.seq);
    } catch (error) {
      if (error instanceof CaseRunGone) return this.answerOfEnded(caseNo, command.key, error);
      const problem = problemOf(error);
      throw problem?.code === 'CASE_VERSION_CONFLICT'
        ? await versionConflict(this.reader, this.directory, caseNo, request.expectedVersion)
        : error;
    }
  }

  private async commandFor(
    { caseNo, state, personId }: ReadCase,
    command: Pick<ActCommand, 'actor' | 'key' | 'bodyMac'>,
    request: ActRequest,
  ): Promise<ActCommand> {
    const now = new Date().toISOString();
    const published = this.publishedFor(state, command.actor, request, now);
    if (!published) {
      if (request.expectedVersion !== state.version && !state.ended)
        throw await versionConflict(this.reader, this.directory, caseNo, request.expectedVersion);
      throw state.outcome ? new Problem('CASE_CLOSED') : notNow(state);
    }
    const current = request.expectedVersion === state.version;
    const own = checkOwnDate(request.occurredOn, { field: 'occurredOn', now });
    const checked = checkActionInput(published.input, request.input, {
      conditions: {
        agency: state.agency,
        channel: state.channel,
        form: state.form,
        applicant: { kind: state.applicant.kind },
        ...(state.variant ? { variant: state.variant } : {}),
      },
      form: this.formOf(state),
      materials: state.rules.materials,
      on: 'on' in own ? own.on : shanghaiDate(now),
      checks: numberChecks(this.shelf, this.organisations),
    });
    const colleagues = await this.colleagues(checked.accounts, command.actor.agency);
    const faults = [...checked.faults, ...colleagues.faults, ...('fault' in own ? [own.fault] : [])];
    if (faults.length > 0) throw published.reason && current ? refused(published.reason) : inputProblem(faults);

    const organisation = command.actor.units
      .map((unit) => this.organisations.byId(unit))
      .find((one) => one !== undefined);
    if (checked.form && organisation)
      inOwnName(command.actor, organisation.name, { form: this.formOf(state) }, checked.form);
    if (checked.form) await this.rosters.fill(this.formOf(state), checked.form, command.actor.id, caseNo);
    const sealed = this.personal.seal(published.input, checked.values, command.key);
    const form = checked.form && this.personal.seal(this.formOf(state), checked.form, command.key);
    await this.personal.store(state.agency, [...sealed.rows, ...(form?.rows ?? [])]);
    if (form) await this.rosters.claim(this.formOf(state), form.form, { account: command.actor.id, caseNo });
    const facts = await this.factsFor(state, published, personId);
    const input = {
      ...sealed.form,
      ...colleagues.ids,
      ...(form ? { form: form.form } : {}),
      ...(checked.materials ? { materials: checked.materials } : {}),
    } as ActCommand['input'];
    return {
      ...command,
      action: request.action,
      expectedVersion: request.expectedVersion,
      input,
      ...(request.taskKey ? { taskKey: request.taskKey } : {}),
      ...('on' in own && request.occurredOn ? { occurredOn: own.on } : {}),
      ...(facts ? { facts } : {}),
      ...(colleagues.target ? { target: colleagues.target } : {}),
    };
  }

  /** The action meant, by the named task or else the first that allows it. @throws Problem `ACTION_UNKNOWN` for one that no case knows. */
  private publishedFor(
    state: CaseState,
    actor: Actor,
    { action, taskKey }: ActRequest,
    now: string,
  ): PublishedAction | undefined {
    const ofName = offeredActions(this.shelf.catalog, state, actor, now, action);
    const meant = taskKey ? ofName.filter((one) => one.taskKey === taskKey) : ofName;
    if (ofName.length === 0 && !isKnownAction(state, action)) throw new Problem('ACTION_UNKNOWN');
    if (taskKey && ofName.length > 0 && meant.length === 0) throw new Problem('TASK_UNKNOWN');
    return meant.find((one) => one.allowed) ?? meant[0];
  }

  private formOf(state: CaseState): readonly FieldRule[] {
    return this.shelf.catalog.published(state.rules.code)?.form ?? [];
  }

  /** Colleagues of the own agency, by account or username; what they may do there is the case's decision. */
  private async colleagues(named: Record<string, string>, agency: string) {
    const ids: Record<string, string> = {};
    const faults: { field: string; code: string; message: string }[] = [];
    let target: Actor | undefined;
    for (const [field, name] of Object.entries(named)) {
      const found = await this.directory.colleague(name);
      if (found?.active && found.actor.agency === agency) {
        ids[field] = found.actor.id;
        target = found.actor;
      } else faults.push({ field: `input.${field}`, code: 'NOT_OFFERED', message: '没有这个人员' });
    }
    return { ids, target, faults };
  }

  /** Asked again where the action depends on what the core platform says. */
  private async factsFor(
    state: CaseState,
    published: PublishedAction,
    personId: string,
  ): Promise<KnownFact[] | undefined> {
    const stage = state.rules.stages.find((one) => one.id === state.tasks[published.taskKey ?? '']?.stage);
    const needs = stage?.actions.find((one) => one.id === published.action)?.needs ?? [];
    const depends = needs.includes('factsHold') || needs.includes('factsFail');
    if (!depends || state.rules.facts.length === 0) return undefined;
    const person = await this.persons.full(personId);
    if (!person) throw new Error('the case has no person row');
    const rules = state.rules.facts.filter((rule) => applies(rule, state));
    return this.facts.known(rules, person.idNumber, state);
  }

  /** After the end of the run: what this key once did is its answer still; anything else comes too late. */
  private async answerOfEnded(caseNo: string, key: string, cause: CaseRunGone): Promise<ReadCase> {
    const found = await this.reader.find(caseNo);
    const last = found?.events.findLast((event) => event.command?.key === key);
    if (found && last) return this.reader.upTo(found, last.seq);
    throw found?.ended ? new Problem('CASE_CLOSED') : new Problem('SERVICE_UNAVAILABLE', { cause });
  }
}

const commonActions = new Set(ACCESS.map((row) => row.action).filter((action) => !action.includes('.')));
const isKnownAction = (state: CaseState, action: string): boolean =>
  commonActions.has(action) ||
  kernelActions.has(action) ||
  state.rules.stages.some((stage) => stage.actions.some((one) => one.id === action));

/** Acts that the kernel itself offers without a row of their own in the access table. */
const kernelActions = new Set([
  'receiveSupplement',
  'closeUnsupplemented',
  'cancelApplication',
  'returnDelegation',
  'serve',
]);

/** What cannot be done now is not mended by better input: the reason comes before the faults of the form. */
const refused = ({ code, detail }: { code: string; detail: string }): Problem =>
  new Problem(code as ErrorCode, { detail });

function notNow(state: CaseState): Problem {
  const names = Object.values(state.tasks).map((task) => task.name);
  const where = names.length > 0 ? `当前环节为“${names.join('、')}”，不能办理此操作` : '当前没有待办，不能办理此操作';
  return new Problem('ACTION_NOT_ALLOWED', { detail: where });
}
