import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem, messagesByField, type Problem } from '../client';
import { act, caseQuery, useCaseChanged, type ActBody } from './case-api';
import { useTimeline } from './timeline-panel';
import type { CaseAction, CaseView } from '@due-process/contracts';

interface Hooks {
  /** What must be there before the act is done. */
  before: () => Promise<void>;
  done: () => void;
}

/**
 * One act from the filled-in drawer, on the case as the person saw it when it was opened: what others do meanwhile shows at once, and nothing is sent
 * before it was looked at. What was typed stays whatever the answer is.
 */
export function useAct(view: CaseView, action: CaseAction, { before, done }: Hooks) {
  const cache = useQueryClient();
  const changed = useCaseChanged();
  const [seen, setSeen] = useState({ version: view.version, seq: view.seq });
  const [problem, setProblem] = useState<Problem>();
  const stale = view.version !== seen.version;
  const { data: timeline } = useTimeline(view.caseNo, view.seq, stale);
  const mutation = useMutation({
    mutationFn: async (body: ActBody) => {
      await before();
      return act({ caseNo: view.caseNo, version: seen.version }, action, body);
    },
    onSuccess: (after) => {
      changed(after);
      done();
    },
    onError: (error) => setProblem(isProblem(error) ? error : undefined),
  });
  const lookAgain = async (): Promise<void> => {
    const { queryKey } = caseQuery(view.caseNo);
    await cache.invalidateQueries({ queryKey });
    void cache.invalidateQueries({ queryKey: ['case-sheet', view.caseNo] });
    const { version, seq } = cache.getQueryData(queryKey) ?? view;
    setSeen({ version, seq });
    setProblem(undefined);
  };
  const meanwhile = timeline?.events.filter(({ seq }) => seq !== undefined && seq > seen.seq) ?? [];
  return {
    send(body: ActBody): void {
      setProblem(undefined);
      mutation.mutate(body);
    },
    busy: mutation.isPending,
    problem,
    /** What others did since; undefined while the case is as it was seen. */
    meanwhile: stale && !mutation.isPending ? meanwhile : undefined,
    faults: problem ? messagesByField(problem, 'input.') : {},
    lookAgain,
  };
}
