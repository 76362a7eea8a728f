import type {
  ActCommand,
  Actor,
  CaseState,
  ErrorCode,
  FieldRule,
  Instant,
  IsoDate,
  Refusal,
  TaskState,
} from '@due-process/contracts';
import type { Draft } from '../draft';

/** What an act sees before it is done: the case, the task it is aimed at (if any), who would do it, and today. */
export interface View {
  state: CaseState;
  task?: TaskState;
  actor: Actor;
  now: Instant;
  today: IsoDate;
  /** The act is being done, with its outside facts just asked; otherwise it is only listed, and a fact not known yet will be asked. */
  asked?: true;
}

/** One kind of act on a case. Whatever the list greys out, the command refuses, because both ask `guard`. */
export interface Act {
  id: string;
  label: string;
  on: 'task' | 'case';
  /** Whether it is listed at all. */
  offered(view: Omit<View, 'actor'>): boolean;
  input(view: Omit<View, 'actor'>): FieldRule[];
  /** Why it may not be done now by this person, or nothing. */
  guard(view: View): Refusal | undefined;
  /** Earliest date the act may carry: the fact it follows. */
  follows(view: Omit<View, 'actor'>): IsoDate;
  /** Does it. Refuses only what the given input makes impossible, and then before anything is emitted. */
  apply(draft: Draft, command: ActCommand, view: View): Refusal | undefined;
}

export const refuse = (code: ErrorCode, detail: string, data?: Record<string, unknown>): Refusal => ({
  code,
  detail,
  ...(data ? { data } : {}),
});

/** Text of an input field, trimmed; empty counts as absent. */
export function textOf(command: ActCommand, field: string): string | undefined {
  const value = command.input[field];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

export const reasonField = (required: boolean): FieldRule => ({
  id: 'reason',
  label: '理由',
  type: 'longText',
  required,
  maxLength: 500,
});
