import type { CasePhase, Light } from '@due-process/contracts';

interface Named {
  id: string;
  name: string;
}

/** One line of `GET /api/worklist`. */
export interface WorklistLine {
  caseNo: string;
  light: Light | null;
  item: { code: string; name: string };
  applicant: string;
  state: CasePhase;
  stateWords: string;
  stage: string | null;
  unit: Named | null;
  assignee: Named | null;
  holderWords: string;
  receivedOn: string;
  acceptedOn: string | null;
  concludedOn: string | null;
  promisedDueOn: string | null;
  statutoryDueOn: string | null;
  dueOn: string | null;
  remainingWords: string;
  version: number;
}
export interface WorklistPage {
  cases: WorklistLine[];
  next: string | null;
}

export const tabs = [
  { id: 'awaitingIntake', label: '待接件' },
  { id: 'toAccept', label: '待受理' },
  { id: 'awaitingSupplement', label: '待补正' },
  { id: 'paused', label: '已暂停' },
  { id: 'toConclude', label: '待办结' },
  { id: 'mine', label: '我的' },
  { id: 'all', label: '全部' },
  { id: 'owed', label: '承诺待补' },
] as const;
export type Tab = (typeof tabs)[number]['id'] | 'closed';

/** What an empty list says: why it is empty, and what to do. */
export const emptyWords: Record<Tab, string> = {
  awaitingIntake: '没有等待接件的办件。网上提交的申请会出现在这里。',
  toAccept: '没有等待受理的办件。点“新办件”登记一件。',
  awaitingSupplement: '没有等待补正的办件。',
  paused: '没有暂停计时的办件。',
  toConclude: '没有等待办结的办件。',
  mine: '您手上没有办件。可从待认领的办件里选中几件（按 x），再点“签收”。',
  all: '没有在办的办件。点“新办件”登记一件。',
  owed: '没有欠交承诺材料的办件。',
  closed: '没有已办结的办件。',
};
