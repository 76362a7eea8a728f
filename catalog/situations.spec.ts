import type {
  Actor,
  CaseState,
  FormValue,
  ItemRules,
  KnownFact,
  LetterType,
  MaterialState,
} from '@due-process/contracts';
import { actCommand, letterIn, openCommand, pureStories, PureRun, type Answer, type PureFile } from '../test/factories';
import { loadCatalog, loadShippedCalendar, loadSituations, type Situation } from './index';

/**
 * Plays every situation of cases.yaml on the pure functions, with the catalogue's own rules and calendar. The stories here are the families'
 * in their shortest form; the durable ones are tried on the engine.
 */
type Params = Record<string, unknown>;
const stories: Record<string, (file: PureFile & { state: CaseState }) => void> = {
  certificate(file) {
    file.intake();
    file.send('enrolmentCertificate', other(file.state));
    file.conclude();
  },
  transferOut(file) {
    file.intake();
    if (isReviewed(file.state)) file.task('review');
    const sent = file.send('enrolmentCertificate', other(file.state));
    const contact = file.receive('contactLetter', sent);
    file.task('prepareInformationForm');
    file.send('informationForm', other(file.state), String(contact.letterNo));
    const { amountFen } = file.task('settlePersonalAccount');
    file.effect('settleAccount', { amountFen });
    file.conclude();
  },
  transferIn(file) {
    file.intake();
    if (isReviewed(file.state)) file.task('review');
    const sent = file.send('contactLetter', other(file.state));
    file.receive('informationForm', sent);
    file.task('registerTransferIn');
    file.effect('registerTransferIn', {});
    file.conclude();
  },
};
for (const [name, story] of Object.entries(stories))
  pureStories[name] = (file) => story(file as PureFile & { state: CaseState });

const other = ({ form }: CaseState): string => (form.otherPlace as { code: string }).code;
function isReviewed({ rules, channel }: CaseState): boolean {
  const { review, automaticChannels } = rules.params as Params;
  return review === 'human' && !(Array.isArray(automaticChannels) && automaticChannels.includes(channel));
}

const catalog = loadCatalog();
const { calendar } = loadShippedCalendar();
const at = (on: string): string => `${on}T02:00:00.000Z`;

const knownFacts = (rules: ItemRules, values: Record<string, string>, on: string): KnownFact[] =>
  rules.facts.map(({ id, accepted }) => ({
    id,
    value: values[id] ?? '',
    holds: accepted.includes(values[id] ?? ''),
    source: '核心业务平台',
    at: at(on),
  }));

/** Ids of the checklist or of an alternative, as material states. */
const brought = (rules: ItemRules, ids: string[]): MaterialState[] =>
  ids.map((id) => {
    const rule = rules.materials.find(
      (one) => one.id === id || one.alternatives?.some((alternative) => alternative.id === id),
    );
    if (!rule) throw new Error(`no material ${id}`);
    return { id: rule.id, status: 'received', ...(rule.id === id ? {} : { alternative: id }) };
  });

function start(situation: Situation) {
  const pinned = catalog.rules(situation.item);
  if (!pinned) throw new Error(`no item ${situation.item}`);
  const { rules } = pinned;
  const everyone: Actor = {
    id: 'everyone',
    roles: ['window', 'review', 'finance', 'head'],
    units: [situation.office, 'transfer-section', 'fund-section'],
    agency: rules.agency,
  };
  const run = new PureRun({ caseNo: `${rules.agency}001202603020000010`, rules, calendar });
  const { otherPlace, ...rest } = situation.form;
  const turn = run.open(
    openCommand({
      actor: everyone,
      officeId: situation.office,
      channel: situation.channel,
      form: { ...(rest as Record<string, FormValue>), otherPlace: { code: String(otherPlace), name: '对方统筹地区' } },
      materials: brought(rules, situation.materials),
      facts: knownFacts(rules, situation.facts, situation.receivedOn),
      receivedOn: situation.receivedOn,
      rulesHash: pinned.hash,
    }),
    at(situation.receivedOn),
  );
  return { run, rules, everyone, turn };
}

type Started = ReturnType<typeof start>;
type Step = Situation['steps'][number];

function play({ run, rules, everyone }: Started, step: Step): Answer {
  const now = at(step.on);
  if (step.act) {
    const { materials, ...input } = step.input ?? {};
    const command = actCommand(run.state, everyone, step.act, {
      ...(input as Record<string, FormValue>),
      ...(Array.isArray(materials) && { materials: brought(rules, materials) }),
    });
    return run.act(command, now);
  }
  if (step.letter) {
    const letter = letterIn(step.letter as LetterType, `other-${step.letter}-${step.on}`, {
      fromAgency: other(run.state),
      toAgency: rules.agency,
      issuedOn: step.on,
    });
    return run.hear({ type: 'letterArrived', letter, receivedOn: step.on }, now);
  }
  if (step.time) return run.hear({ type: 'timeReached', now }, now);
  const wait = Object.values(run.state.waits).find((one) => one.kind === 'effect' && one.effect === step.effect);
  if (!wait) throw new Error(`nothing waits for ${step.effect}`);
  const outcome = step.outcome ?? 'done';
  return run.hear({ type: 'effectFinished', key: wait.key, outcome, data: {}, on: step.on }, now);
}

/** What the situation speaks of, as the case has it after the step. */
function seen(answer: Answer, state: CaseState, wanted: NonNullable<Step['expect']>) {
  if (answer.refusal) return { refused: answer.refusal.code };
  const stages = Object.values(state.tasks).map(({ stage }) => stage);
  const letters = Object.values(state.waits).flatMap((wait) => (wait.kind === 'letter' ? [wait.type] : []));
  const { events } = answer;
  const all = {
    phase: state.phase,
    outcome: state.outcome,
    stage: stages.length === 0 ? 'none' : stages.join(),
    awaits: letters.join(),
    documents: events.flatMap((event) => (event.type === 'documentIssued' ? [event.data.document.type] : [])),
    letters: events.flatMap((event) => (event.type === 'letterIssued' ? [event.data.letter.type] : [])),
    clocks: Object.fromEntries(
      Object.entries(wanted.clocks ?? {}).map(([id, clock]) => {
        const known = {
          ...state.clocks[id],
          pauses: state.pauses.map(({ openedOn, endedOn }) => ({ from: openedOn, to: endedOn })),
        };
        return [id, Object.fromEntries(Object.entries(known).filter(([name]) => name in clock))];
      }),
    ),
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in wanted));
}

describe.each(loadSituations())('$id: $title', (situation) => {
  it('takes its path with its dates', () => {
    const started = start(situation);
    const opened = situation.opened ?? {};
    expect(seen(started.turn, started.run.state, opened)).toEqual(opened);
    for (const step of situation.steps) {
      const before = started.run.state;
      const answer = play(started, step);
      const expected = step.expect ?? {};
      const what = `${step.on} ${step.act ?? step.letter ?? step.effect ?? 'time'}`;
      expect({ what, ...seen(answer, started.run.state, expected) }).toEqual({ what, ...expected });
      expect(answer.refusal === undefined || started.run.state === before).toBe(true);
      expect(answer.refusal?.code).toBe(step.expect?.refused);
    }
  });
});
