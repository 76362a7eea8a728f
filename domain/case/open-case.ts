import type { CaseStart, Instant, OpenCommand } from '@due-process/contracts';
import { isShared } from './conditions';
import { Draft, type Change } from './draft';
import { initialState } from './initial-state';

/**
 * 收件: the case exists from here on. It never refuses: everything that can was asked before its number was minted. The receipt
 * (收件凭证) is made at once; the story then opens the first task on the day the papers came.
 */
export function openCase(
  start: Pick<CaseStart, 'caseNo' | 'rules' | 'calendar'>,
  command: OpenCommand,
  now: Instant,
): Change {
  const draft = new Draft(initialState(start), {
    by: command.actor.id,
    at: now,
    on: command.receivedOn,
    command: { key: command.key, bodyMac: command.bodyMac, action: 'open' },
  });
  const facts = Object.fromEntries(command.facts.map((fact) => [fact.id, fact]));
  const shared = new Set(start.rules.materials.filter((rule) => isShared(rule, facts)).map(({ id }) => id));
  draft.emit('caseOpened', {
    officeId: command.officeId,
    ...(command.organisation === undefined ? {} : { organisation: command.organisation }),
    channel: command.channel,
    ...(command.variant === undefined ? {} : { variant: command.variant }),
    applicant: command.applicant,
    form: command.form,
    materials: command.materials.map((row) => ({
      ...row,
      ...(row.status === 'missing' && shared.has(row.id) ? { status: 'shared' as const } : {}),
      on: row.on ?? command.receivedOn,
    })),
    facts: command.facts,
    receivedOn: command.receivedOn,
    calendarVersion: start.calendar.version,
    rulesHash: command.rulesHash,
  });
  if (start.rules.documents.some((rule) => rule.type === 'receipt')) draft.document('receipt');
  draft.fact('opened');
  return draft.change();
}
