import type { CaseEvent } from '@due-process/contracts';

/** seq, version, type, data, actor, occurred_on, recorded_at, command_key, command_mac, command_action. */
export type EventRow = [
  number,
  number,
  CaseEvent['type'],
  unknown,
  string,
  string,
  string,
  string | null,
  string | null,
  string | null,
];

/** The event as it was recorded; columns and JSON hold exactly what the case emitted. */
export function eventOf([
  seq,
  version,
  type,
  data,
  by,
  occurredOn,
  recordedAt,
  key,
  bodyMac,
  action,
]: EventRow): CaseEvent {
  const command = key === null ? {} : { command: { key, bodyMac: bodyMac ?? '', action: action ?? '' } };
  return {
    type,
    data,
    seq,
    version,
    by,
    occurredOn,
    recordedAt: new Date(recordedAt).toISOString(),
    ...command,
  } as CaseEvent;
}
