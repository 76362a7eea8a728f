import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { read, writeOnce } from '../client';
import type { CaseAction, CaseView } from '@due-process/contracts';

export const caseQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['case', caseNo],
    queryFn: ({ signal }) => read<CaseView>(`/api/cases/${caseNo}`, {}, signal),
  });

export interface ActBody {
  input: Record<string, unknown>;
  occurredOn?: string;
}

/** One act on a case as it was seen at `version`. @throws Problem */
export const act = (
  { caseNo, version }: { caseNo: string; version: number },
  { action, taskKey }: Pick<CaseAction, 'action' | 'taskKey'>,
  body: ActBody,
): Promise<CaseView> =>
  writeOnce(`/api/cases/${caseNo}/actions/${action}`, {
    expectedVersion: version,
    ...body,
    ...(taskKey ? { taskKey } : {}),
  });

/** After an act: the answer is the newest state; lists and everything that hangs on the case are asked for again. */
export function useCaseChanged(): (view: CaseView) => void {
  const cache = useQueryClient();
  return useCallback(
    (view) => {
      cache.setQueryData(caseQuery(view.caseNo).queryKey, view);
      for (const queryKey of [['case-sheet', view.caseNo], ['worklist'], ['worklist-counts']])
        void cache.invalidateQueries({ queryKey });
    },
    [cache],
  );
}
