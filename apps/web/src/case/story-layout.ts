import type { Edge, Node } from '@xyflow/react';
import type { CaseView, StoryStep } from '@due-process/contracts';
import { laidOut } from '../parts/flow-layout';

const size = { width: 112, height: 66 };
const gap = 14;
const kindWords: Record<StoryStep['kind'], string> = { task: '', send: '发函', receive: '来函', time: '期限' };

export interface StepData extends Record<string, unknown> {
  title: string;
  note: string;
  state: StoryStep['state'];
}
export type StepNode = Node<StepData>;

const stateWords: Record<StoryStep['state'], string> = { done: '已完成', now: '当前', ahead: '' };

/** The steps in their order, between intake and the end, laid out from left to right. */
export function chartOf({ story, outcomeWords, receivedOn, concludedOn }: CaseView): {
  nodes: StepNode[];
  edges: Edge[];
  width: number;
} {
  const steps: { id: string; data: StepData }[] = [
    { id: 'start', data: { title: '收件', note: receivedOn, state: 'done' } },
    ...story.map(({ key, kind, name, state, on }) => ({
      id: `step-${key}`,
      data: { title: name, note: [kindWords[kind], on ?? stateWords[state]].filter(Boolean).join(' · '), state },
    })),
    {
      id: 'end',
      data: {
        title: outcomeWords ?? '办结',
        note: concludedOn ?? '',
        state: outcomeWords ? ('done' as const) : ('ahead' as const),
      },
    },
  ];
  const edges = steps.slice(1).map(({ id, data }, at): Edge => {
    const source = steps[at]?.id ?? 'start';
    return {
      id: `${source}>${id}`,
      source,
      target: id,
      animated: false,
      style: { stroke: data.state === 'ahead' ? '#c3c9d0' : '#1d5c87' },
    };
  });
  const { corners } = laidOut(
    steps.map(({ id }) => ({ id, ...size })),
    edges.map(({ source, target }) => ({ from: source, to: target })),
    gap,
  );
  const nodes = steps.map(({ id, data }): StepNode => {
    return { id, data, type: 'step', position: corners.get(id) ?? { x: 0, y: 0 }, ...size };
  });
  return { nodes, edges, width: steps.length * (size.width + gap) };
}
