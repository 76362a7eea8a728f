import type { ActCommand, Actor, Instant, ItemRules, OpenCommand, OutsideMessage } from '@due-process/contracts';
import { actCommand, letterIn } from './commands';
import { people } from './people';
import { PureRun, type Turn } from './pure-run';
import { caseStart, openCommand } from './start';

/** Ten in the morning in Shanghai. */
export const morning = (date: string): Instant => `${date}T02:00:00.000Z`;

export type More = Partial<Omit<ActCommand, 'actor' | 'action' | 'input'>>;

/** A case on the pure functions with short sentences for what people do on a date. */
export class Played {
  today = '2026-03-02';

  constructor(readonly run: PureRun) {}

  get state() {
    return this.run.state;
  }
  on(date: string): this {
    this.today = date;
    return this;
  }

  private answer(actor: Actor, action: string, input: ActCommand['input'], more: More) {
    return this.run.act(actCommand(this.state, actor, action, input, more), morning(this.today));
  }

  /** Does it; a refusal is a failure. */
  does(actor: Actor, action: string, input: ActCommand['input'] = {}, more: More = {}): Turn {
    const answer = this.answer(actor, action, input, more);
    if (answer.refusal) throw new Error(`${action} by ${actor.id}: ${answer.refusal.code} ${answer.refusal.detail}`);
    return answer;
  }

  /** The code it is refused with, or `accepted`. */
  refusal(actor: Actor, action: string, input: ActCommand['input'] = {}, more: More = {}): string {
    return this.answer(actor, action, input, more).refusal?.code ?? 'accepted';
  }

  /** The words it is refused with. */
  refusalWords(actor: Actor, action: string, input: ActCommand['input'] = {}): string {
    return this.answer(actor, action, input, {}).refusal?.detail ?? '';
  }

  hears(message: OutsideMessage, now = morning(this.today)): Turn {
    return this.run.hear(message, now);
  }

  wakes(now = morning(this.today)): Turn {
    return this.hears({ type: 'timeReached', now }, now);
  }

  letter(type: Parameters<typeof letterIn>[0], receivedOn: string, letterNo?: string): Turn {
    return this.hears({ type: 'letterArrived', letter: letterIn(type, letterNo), receivedOn });
  }

  dueOn(clock: string): string | undefined {
    return this.state.clocks[clock]?.dueOn;
  }
}

/** A case registered on Monday 2 March 2026 at ten, unless `today` says otherwise. */
export function openedCase(rules?: ItemRules, opening: Partial<OpenCommand> = {}, today = '2026-03-02'): Played {
  const played = new Played(new PureRun(caseStart(rules))).on(today);
  played.run.open(openCommand(opening), morning(today));
  return played;
}

/** Registered and accepted. */
export function acceptedCase(rules?: ItemRules, opening: Partial<OpenCommand> = {}): Played {
  const played = openedCase(rules, opening);
  played.does(people.window, 'accept');
  return played;
}
