import { ask, unreadable } from '../outside/ask';
import { fieldsOf, isAccepted } from '../outside/reply';
import { safeReason } from '../outside/safe-text';

/**
 * The core platform's entry of many persons in one request. Each line has its own key, whose answer is kept, so a lost reply is asked for again;
 * 60 s, because five hundred lines are written before it answers.
 */
const system = 'core';
const timeoutMs = 60_000;

export interface LinesToEnter {
  caseNo: string;
  region: string;
  kind: string;
  variant?: string;
  insuredYear?: number;
  lines: { key: string; name: string; idNumber: string }[];
}

/** `recordNo` of what was entered, or the reason why not. */
export interface EnteredLine {
  recordNo?: string;
  reason?: string;
}

export type EnterLines = (request: LinesToEnter) => Promise<Map<string, EnteredLine>>;

export function createEnterLines(base: string): EnterLines {
  return async (request) => {
    const answer = await ask({
      system,
      method: 'POST',
      url: `${base}/core/record-lines`,
      body: JSON.stringify(request),
      timeoutMs,
    });
    if (!isAccepted(answer)) throw unreadable(system, `status ${answer.status} for a chunk of lines`);
    const { results } = fieldsOf(system, answer.body);
    if (!Array.isArray(results)) throw unreadable(system, 'results are missing');
    const told = new Map(results.map((one) => entered(fieldsOf(system, one))));
    if (request.lines.some(({ key }) => !told.has(key))) throw unreadable(system, 'a line was not answered');
    return told;
  };
}

function entered({ key, status, recordNo, reason }: Record<string, unknown>): [string, EnteredLine] {
  if (typeof key !== 'string') throw unreadable(system, 'key is missing');
  if (status === 'done' && typeof recordNo === 'string') return [key, { recordNo }];
  if (status === 'rejected') return [key, { reason: safeReason(reason) ?? '核心经办平台不予登记' }];
  throw unreadable(system, 'status of a line is unknown');
}
