import type { EffectInput, EffectResult } from '@due-process/contracts';
import { cleanIdNumber, whyNotRegistered } from '@due-process/domain';
import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { inputOf } from '../outside/input';
import type { RosterBook, SettledLine, StagedLine } from './roster-book.store';
import type { EnteredLine, EnterLines, LinesToEnter } from './wire';

/** Lines that are asked about, entered and settled together. */
export const chunkSize = 500;

/** While the core platform works on a chunk the worker still says that it lives; its silence is noticed after four of these. */
const pulseMs = 5_000;

/**
 * 名册逐行登记 (YT-1.2, YT-1.5, QD-1.2, QD-1.4): a chunk is judged, entered in the core platform and settled before the next one is looked at, and each
 * line has the key (roster, line). So it may be cut off anywhere: what is settled stays, and what was entered and not yet settled is answered the
 * same when it is asked again. No more than one chunk is ever in memory.
 */
export function createProcessRoster(enterLines: EnterLines, book: RosterBook) {
  return async function processRoster(effect: EffectInput): Promise<EffectResult> {
    const { rosterId, kind, variant, insuredYear } = inputOf('processRoster', effect);
    const { caseNo, agency } = effect;
    const { cancellationSignal: signal, heartbeat } = Context.current();
    if (!(await book.begin(rosterId, caseNo))) return { outcome: 'rejected', data: { reason: '名册不属于本办件' } };
    const scheme = variant === undefined ? `${agency}:${kind}:${insuredYear ?? ''}` : undefined;
    let counts = {};
    const pulse = setInterval(() => heartbeat(counts), pulseMs);
    try {
      for (;;) {
        if (signal.aborted) throw ApplicationFailure.retryable('stopped between two chunks', 'ROSTER_INTERRUPTED');
        const lines = await book.next(rosterId, chunkSize, scheme);
        if (lines.length === 0) break;
        const about = { caseNo, region: agency, kind, ...optional({ variant, insuredYear }) };
        counts = await book.settle(rosterId, await settled(lines, about), scheme);
        heartbeat(counts);
      }
    } finally {
      clearInterval(pulse);
    }
    return { outcome: 'done', data: { ...(await book.finish(rosterId)) } };

    async function settled(lines: StagedLine[], about: Omit<LinesToEnter, 'lines'>) {
      const good: StagedLine[] = [];
      const bad: SettledLine[] = [];
      for (const line of lines.map((one) => ({ ...one, idNumber: cleanIdNumber(one.idNumber) }))) {
        const reason = whyNotRegistered(line);
        if (reason === undefined) good.push(line);
        else bad.push({ lineNo: line.lineNo, reason });
      }
      const keyOf = (line: StagedLine): string => `roster:${rosterId}:${line.lineNo}`;
      const entered = good.map((line) => ({ key: keyOf(line), name: line.name.trim(), idNumber: line.idNumber }));
      const answers =
        entered.length > 0 ? await enterLines({ ...about, lines: entered }) : new Map<string, EnteredLine>();
      return [...bad, ...good.map((line) => ({ lineNo: line.lineNo, ...answers.get(keyOf(line)) }))];
    }
  };
}

const optional = <Part extends Record<string, unknown>>(part: Part) =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Part]?: NonNullable<Part[Name]>;
  };
