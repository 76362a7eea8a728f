import { isProblem, read } from '../client';
import { act } from '../case/case-api';
import type { CaseAction, CaseView } from '@due-process/contracts';
import type { WorklistLine } from './worklist.types';

/** Acts that make sense on many cases at once; how they are called and what they ask for comes from the cases themselves. */
export const bulkActs = [
  { id: 'claim', label: '签收' },
  { id: 'handOver', label: '转办' },
  { id: 'remind', label: '催办' },
] as const;
export type BulkAct = (typeof bulkActs)[number];

export type BulkState = 'looking' | 'ready' | 'refused' | 'running' | 'done' | 'failed';
export interface BulkLine {
  line: WorklistLine;
  state: BulkState;
  words: string;
  version?: number;
  action?: CaseAction;
}

const wordsOf = (error: unknown): string => (isProblem(error) ? error.detail || error.title : '没有成功，请重试');

/** What would happen: whether this person may do it on this case now, in the case's own words. */
export async function preview(line: WorklistLine, id: BulkAct['id']): Promise<BulkLine> {
  try {
    const view = await read<CaseView>(`/api/cases/${line.caseNo}`);
    const offered = view.actions.filter(({ action }) => action === id);
    const action = offered.find(({ allowed }) => allowed);
    if (!action) return { line, state: 'refused', words: offered[0]?.reason ?? '当前环节没有此操作' };
    return { line, state: 'ready', words: '将办理', version: view.version, action };
  } catch (error) {
    return { line, state: 'refused', words: wordsOf(error) };
  }
}

export async function perform(one: BulkLine, input: Record<string, unknown>): Promise<BulkLine> {
  if (!one.action || one.version === undefined) return one;
  try {
    await act({ caseNo: one.line.caseNo, version: one.version }, one.action, { input });
    return { ...one, state: 'done', words: '已办理' };
  } catch (error) {
    return { ...one, state: 'failed', words: wordsOf(error) };
  }
}
