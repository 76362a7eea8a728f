import type { ItemFile } from '../schema/item';
import { isCounted } from '../schema/rules';
import { KERNEL_DOCUMENTS, KERNEL_FACTS, STAGE_ACTIONS, STORIES } from '../schema/stories';
import { problem, type ItemCheck } from './finding';

/** Stages, actions, facts and documents against the item's story: nothing that is never reached, nothing that is lacking. */
export const checkStages: ItemCheck = ({ item }) => {
  const story = STORIES[item.story];
  if (!story) return [problem('story', `unknown story ${item.story}`)];
  const params = story.params.safeParse(item.params);
  const opened = story.stages(item.params);
  const stages = item.stages.map(({ id }) => id);
  const order = (id: string): number => opened.indexOf(id);
  const facts = new Set([
    ...KERNEL_FACTS,
    ...opened.flatMap((id) => [`taskOpened:${id}`, `taskDone:${id}`]),
    ...story.sends.map((type) => `letterSent:${type}`),
    ...story.receives.map((type) => `letterReceived:${type}`),
    ...(story.facts ?? []),
    ...item.stages.flatMap(({ actions }) => actions.flatMap(({ fact }) => (fact ? [fact] : []))),
  ]);
  const documents = new Set([...KERNEL_DOCUMENTS, ...story.sends, ...(story.documents ?? [])]);
  return [
    ...(params.success
      ? []
      : params.error.issues.map(({ path, message }) => problem(`params.${path.map(String).join('.')}`, message))),
    ...stages
      .filter((id) => !opened.includes(id))
      .map((id) => problem(`stages.${id}`, `the story ${item.story} never reaches it`)),
    ...opened
      .filter((id) => !stages.includes(id))
      .map((id) => problem('stages', `the story ${item.story} opens ${id}, which is missing`)),
    ...item.stages.flatMap((stage) => {
      const known = STAGE_ACTIONS[stage.id];
      if (!known) return [problem(`stages.${stage.id}`, 'no story knows this stage')];
      const offered = stage.actions.map(({ id }) => id);
      return [
        ...offered
          .filter((id) => id !== known.onward && !known.others.includes(id))
          .map((id) => problem(`stages.${stage.id}.${id}`, 'no story knows this action')),
        ...(offered.includes(known.onward)
          ? []
          : [problem(`stages.${stage.id}`, `no way on: ${known.onward} is not offered`)]),
        ...stage.actions.flatMap((action) =>
          backTo(action)
            .filter((to) => order(to) < 0 || order(to) >= order(stage.id))
            .map((to) => problem(`stages.${stage.id}.${action.id}`, `sends back to ${to}, which is no earlier stage`)),
        ),
        ...(stage.notBy ?? [])
          .filter((id) => !stages.includes(id))
          .map((id) => problem(`stages.${stage.id}.notBy`, `${id} is no stage of the item`)),
      ];
    }),
    ...item.limits
      .filter(isCounted)
      .flatMap((limit) =>
        [limit.startsOn, ...limit.metBy]
          .filter((fact) => !facts.has(fact))
          .map((fact) => problem(`limits.${limit.id}`, `nothing ever brings about the fact ${fact}`)),
      ),
    ...item.documents
      .filter(({ type }) => !documents.has(type))
      .map(({ type }) => problem(`documents.${type}`, 'neither the kernel nor the story issues it')),
  ];
};

/** Where an action sends the case back to: the one stage it names, or those offered for choice. */
function backTo({ sendsBackTo, input }: ItemFile['stages'][number]['actions'][number]): string[] {
  if (sendsBackTo === undefined) return [];
  if (!sendsBackTo.startsWith('input.')) return [sendsBackTo];
  const field = input?.find(({ id }) => `input.${id}` === sendsBackTo);
  return field?.options?.map(({ value }) => value) ?? [sendsBackTo];
}
