/** SQL: this row of the list of institutions is an agreement of a pharmacy that holds on that day. */
export const agreementOn = (list: string, day: string): string =>
  `${list}.kind = 'pharmacy' and ${list}.designated_on <= ${day} and (${list}.ended_on is null or ${list}.ended_on >= ${day})`;
