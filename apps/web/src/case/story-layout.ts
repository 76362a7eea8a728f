import type { CaseView, StoryStep } from '@due-process/contracts';

const kindWords: Record<StoryStep['kind'], string> = { task: '', send: '发函', receive: '来函', time: '期限' };
const stateWords: Record<StoryStep['state'], string> = { done: '已完成', now: '当前', ahead: '' };

export interface ChartStep {
  key: string;
  title: string;
  note: string;
  state: StoryStep['state'];
}

/** The steps in their order, between intake and the end. */
export const chartOf = ({ story, outcomeWords, receivedOn, concludedOn }: CaseView): ChartStep[] => [
  { key: 'start', title: '收件', note: receivedOn, state: 'done' },
  ...story.map(({ key, kind, name, state, on }) => ({
    key: `step ${key}`,
    title: name,
    note: [kindWords[kind], on ?? stateWords[state]].filter(Boolean).join(' · '),
    state,
  })),
  { key: 'end', title: outcomeWords ?? '办结', note: concludedOn ?? '', state: outcomeWords ? 'done' : 'ahead' },
];
