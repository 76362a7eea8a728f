/** How often a fault still strikes: a number of times, or until it is switched off. */
export type Times = number | 'always';

export const systems = ['exchange', 'core', 'fund', 'sms'] as const;
export type SystemName = (typeof systems)[number];

/** `lostReply`: the effect happens and the connection is cut before the reply. `silent`: no answer at all. */
export interface Fault {
  slowMs?: number;
  status500?: Times;
  lostReply?: Times;
  silent?: boolean;
  /** Exchange: a letter is delivered twice. */
  duplicate?: Times;
  /** Exchange: a letter is held until the next one to the same agency has been delivered. */
  outOfOrder?: Times;
  /** Exchange: a letter is delivered again with an altered body under the same number. */
  changedBody?: Times;
  /** Fund: a payment is rejected. Core: an entry is refused. */
  rejected?: Times;
}

export type CountedFault = 'status500' | 'lostReply' | 'duplicate' | 'outOfOrder' | 'changedBody' | 'rejected';
export type Faults = Partial<Record<SystemName, Fault>>;

/** The fault after it has struck once, or undefined when it does not strike. */
export function strike(fault: Fault | undefined, name: CountedFault): Fault | undefined {
  const left = fault?.[name];
  if (left === undefined || left === 0) return undefined;
  return left === 'always' ? fault : { ...fault, [name]: left - 1 };
}
