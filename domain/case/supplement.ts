import type { IsoDate, MaterialState } from '@due-process/contracts';
import { materialsOf, missingMaterials } from './conditions';
import type { Draft } from './draft';
import { endPause } from './pauses';

/**
 * Materials have come, by hand or by themselves. Under an open 一次性告知书 they are its supplement: when nothing is missing any more the notice is
 * answered, its limit is met and the time it stopped goes on.
 */
export function supply(draft: Draft, materials: MaterialState[]): void {
  if (draft.state.openNotice === undefined) {
    draft.emit('materialsTicked', { materials });
    return;
  }
  const rest = new Set(missingMaterials(draft.state).map((rule) => rule.id));
  for (const row of materials) if (row.status !== 'missing') rest.delete(row.id);
  const complete = rest.size === 0;
  draft.emit('supplementReceived', { materials, complete });
  if (!complete) return;
  draft.fact('materialsReceived');
  for (const pause of draft.state.pauses)
    if (pause.endedOn === undefined && pause.cause === 'supplement') endPause(draft, pause.id);
  if (draft.state.acceptedOn === undefined) draft.emit('phaseChanged', { phase: 'received' });
}

/** A letter of another agency may be the very paper that the applicant would have had to bring. */
export function supplyByLetter(draft: Draft, letterType: string, on: IsoDate): void {
  const missing = new Set(missingMaterials(draft.state).map((rule) => rule.id));
  const answered = materialsOf(draft.state).filter((rule) => rule.byLetter === letterType && missing.has(rule.id));
  if (answered.length > 0)
    supply(
      draft,
      answered.map(({ id }) => ({ id, status: 'shared', on })),
    );
}
