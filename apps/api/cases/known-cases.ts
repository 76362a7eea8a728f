import type { CaseEvent, CaseState, ItemRules } from '@due-process/contracts';

/** A case folded up to an event; the event's hash covers everything before it. */
export interface KnownCase {
  events: CaseEvent[];
  rules: ItemRules;
  state: CaseState;
  hash: string;
}

const mostCases = 64;
const mostEvents = 300;

/**
 * Cases as they were read last, the most recent ones. Whoever acts on a case has just looked at it, and reads it again right after: what was folded
 * once is folded on. Nothing here is believed by itself: each reading asks the journal whether the last event known still stands, by its hash, and
 * takes what came since.
 */
export class KnownCases {
  private readonly kept = new Map<string, KnownCase>();

  find(caseNo: string): KnownCase | undefined {
    return this.kept.get(caseNo);
  }

  keep(caseNo: string, known: KnownCase): void {
    this.kept.delete(caseNo);
    if (known.events.length > mostEvents) return;
    this.kept.set(caseNo, known);
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostCases && oldest !== undefined) this.kept.delete(oldest);
  }
}
