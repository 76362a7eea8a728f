import type { Catalog } from '@due-process/catalog';
import type { Actor, CaseState, Instant, PublishedAction } from '@due-process/contracts';
import { publishedActions } from '@due-process/domain';

/** The actions of a case with what its fields may be answered by: a case carries no dictionaries, so their entries come from the catalogue. */
export const offeredActions = (
  catalog: Catalog,
  state: CaseState,
  actor: Actor,
  now: Instant,
  only?: string,
): PublishedAction[] =>
  publishedActions(state, actor, { now }, only).map((action) => ({
    ...action,
    input: action.input.map((field) => catalog.offered(state.agency, field)),
  }));
