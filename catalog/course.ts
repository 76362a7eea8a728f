import type { CaseState } from '@due-process/contracts';
import { cameBy, type Application } from './schema/families/family';
import { STAGE_ACTIONS, STORIES } from './schema/stories';

/**
 * Stages that a case passes when nothing goes wrong, in their order, as far as its channel, its variant and the facts known of it tell. What only trouble opens is none of them: it
 * stands in the case from the moment when it is opened.
 */
export function courseOf({
  rules,
  channel,
  variant,
  facts,
}: Pick<CaseState, 'rules' | 'channel' | 'variant' | 'facts'>): string[] {
  const described = rules.stages.map(({ id }) => id);
  const story = STORIES[rules.story];
  if (!story) return described;
  const application: Application = {
    channel,
    ...(variant === undefined ? {} : { variant }),
    facts: Object.fromEntries(Object.entries(facts).map(([id, { value }]) => [id, value])),
  };
  return (story.course ?? story.stages)(rules.params, application).filter(
    (id) =>
      described.includes(id) &&
      !STAGE_ACTIONS[id]?.onTrouble &&
      !(id === 'review' && cameBy(rules.params.automaticChannels, application)),
  );
}
