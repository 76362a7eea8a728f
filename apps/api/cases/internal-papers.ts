import type { Actor, CaseState } from '@due-process/contracts';
import { isForOutside, isOutside } from '@due-process/domain';
import { Problem } from '../platform/errors/problem';

/** What the agency prints for itself (拨付单, 拨款表) is not there for anybody outside it, on whatever path it is asked for. @throws Problem `NOT_FOUND` */
export function refuseInternal(state: CaseState, documentNo: string, viewer: Actor): void {
  const type = state.documents.find((one) => one.documentNo === documentNo)?.type;
  if (type !== undefined && isOutside(viewer) && !isForOutside(state, type)) throw new Problem('NOT_FOUND');
}
