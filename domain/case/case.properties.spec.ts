import type { Actor, CaseState, Instant, ItemRules } from '@due-process/contracts';
import fc from 'fast-check';
import {
  actCommand,
  caseStart,
  enrolment,
  openCommand,
  parallelRules,
  PureRun,
  reviewRules,
  transferRules,
} from '../../test/factories';
import {
  holdsEverywhere,
  is,
  same,
  stateIsSmallJson,
  Tables,
  wakingMovesOn,
} from '../../test/factories/case-invariants';
import { everybody, moves, openings, playMove, type Move } from '../../test/factories/case-moves';
import { validInput } from '../../test/factories/valid-input';
import { decide, digestOf, foldCase, isRefused, publishedActions } from '.';

const OPENED_AT = '2026-03-02T01:00:00.000Z';

/** A case is given to pure functions frozen: whatever would change it in place throws. */
function freeze(value: unknown): void {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}

function opened(rules: ItemRules, opening: object): PureRun {
  const run = new PureRun(caseStart(rules));
  freeze(run.state);
  run.open(openCommand(opening), OPENED_AT);
  return run;
}

const allActs = [
  'accept',
  'approve',
  'confirm',
  'claim',
  'handOver',
  'cosign',
  'serve',
  'withdraw',
  'extend',
  'noSuch',
];

/**
 * What the list says is what a command meets: accepted where it says allowed, refused with the same code where not, refused where not listed. A fact
 * that could not be asked before is asked with the command, and holds.
 */
function listAgreesWithCommands(state: CaseState, actor: Actor, now: Instant, seed: number): void {
  const listed = publishedActions(state, actor, { now });
  for (const { action, taskKey, allowed, reason, input } of listed) {
    const given = validInput(input, { state, actor, action, taskKey, seed });
    if (allowed && !given) continue;
    const more = {
      ...(taskKey === undefined ? {} : { taskKey }),
      ...(given?.target ? { target: given.target } : {}),
      ...(state.facts.enrolment?.value === 'unknown' ? { facts: [enrolment('suspended')] } : {}),
    };
    const decision = decide(state, actCommand(state, actor, action, given?.input ?? {}, more), { now });
    const said = `${actor.id} ${action}: ${allowed ? 'accepted' : reason?.code}`;
    is(`${actor.id} ${action}: ${isRefused(decision) ? decision.refusal.code : 'accepted'}`, said);
  }
  for (const action of allActs.filter((id) => !listed.some((one) => one.action === id))) {
    const decision = decide(state, actCommand(state, actor, action), { now });
    const code = isRefused(decision) ? decision.refusal.code : 'accepted';
    const codes = actor.agency === state.agency ? ['ACTION_NOT_ALLOWED', 'CASE_CLOSED'] : ['NOT_FOUND'];
    if (!codes.includes(code)) expect(codes).toContain(code);
  }
}

interface Seen {
  acts: Map<string, number>;
  refusals: Map<string, number>;
  outcomes: Map<string, number>;
}
const seen: Seen = { acts: new Map(), refusals: new Map(), outcomes: new Map() };
const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

function playedThrough(rules: ItemRules, opening: object, sequence: Move[]): PureRun {
  const run = opened(rules, opening);
  const tables = new Tables();
  let now = OPENED_AT;
  holdsEverywhere(run, { before: foldCase(run.start, []), after: run.state, events: run.events }, tables);
  sequence.forEach((move, i) => {
    freeze(run.state);
    const before = run.state;
    const made = run.events.length;
    const done = playMove(run, move, now);
    now = done.now;
    if (move.kind === 'act' && done.answer)
      count(
        done.answer.refusal ? seen.refusals : seen.acts,
        done.answer.refusal?.code ?? run.state.lastChange?.action ?? '',
      );
    if (done.answer?.refusal) {
      is(run.state, before);
      is(run.events.length, made);
    } else if (done.answer) {
      holdsEverywhere(run, done.answer, tables);
      if (done.woken) wakingMovesOn(before, run.state);
    }
    const actor = everybody[(i + (move.kind === 'act' ? move.who : i)) % everybody.length] as Actor;
    listAgreesWithCommands(run.state, actor, now, i);
  });
  count(seen.outcomes, run.state.outcome ?? 'open');
  for (const actor of everybody) listAgreesWithCommands(run.state, actor, now, sequence.length);
  stateIsSmallJson(run.state, 24_000);
  return run;
}

const stories: [string, () => ItemRules][] = [
  ['a case reviewed twice', reviewRules],
  ['a transfer with letters and a payment', transferRules],
  ['a case with work side by side and a notice period', parallelRules],
];

describe('whatever befalls', () => {
  it.each(stories)('%s, every rule of the kernel holds', (_name, rules) => {
    fc.assert(
      fc.property(openings, fc.array(moves, { minLength: 5, maxLength: 60, size: 'max' }), (opening, sequence) => {
        const { start, events, state } = playedThrough(rules(), opening, sequence);
        const folded = foldCase(start, JSON.parse(JSON.stringify(events)));
        same(folded, state);
        expect(digestOf(folded)).toBe(digestOf(state));
      }),
      { numRuns: Number(process.env.RUNS ?? 20), interruptAfterTimeLimit: 60_000 },
    );
  });

  it('the random play reaches every kind of act and of refusal', () => {
    expect(seen.acts.size).toBeGreaterThan(15);
    expect(seen.refusals.size).toBeGreaterThan(5);
    expect(seen.outcomes.size).toBeGreaterThan(2);
  });
});
