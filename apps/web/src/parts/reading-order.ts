/** The order in which the worklist last showed its cases: from case to case without going back to the list. */
let order: readonly string[] = [];

export const setReadingOrder = (caseNos: readonly string[]): void => void (order = caseNos);

export function neighbours(caseNo: string): { before?: string; after?: string } {
  const at = order.indexOf(caseNo);
  if (at < 0) return {};
  const [before, after] = [order[at - 1], order[at + 1]];
  return { ...(before ? { before } : {}), ...(after ? { after } : {}) };
}
