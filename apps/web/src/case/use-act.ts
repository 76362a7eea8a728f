import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem, messagesByField, type Problem } from '../client';
import { act, caseQuery, useCaseChanged, type ActBody } from './case-api';
import type { CaseAction, CaseView } from '@due-process/contracts';

/** One act from the filled-in drawer. What was typed stays whatever the answer is. */
export function useAct(view: CaseView, action: CaseAction, done: (after: CaseView) => void) {
  const cache = useQueryClient();
  const changed = useCaseChanged();
  const [problem, setProblem] = useState<Problem>();
  const mutation = useMutation({
    mutationFn: (body: ActBody) => act(view, action, body),
    onSuccess: (after) => {
      changed(after);
      done(after);
    },
    onError: (error) => setProblem(isProblem(error) ? error : undefined),
  });
  const lookAgain = async (): Promise<void> => {
    await cache.invalidateQueries({ queryKey: caseQuery(view.caseNo).queryKey });
    void cache.invalidateQueries({ queryKey: ['case-sheet', view.caseNo] });
    setProblem(undefined);
  };
  return {
    send(body: ActBody): void {
      setProblem(undefined);
      mutation.mutate(body);
    },
    busy: mutation.isPending,
    problem,
    faults: problem ? messagesByField(problem, 'input.') : {},
    lookAgain,
  };
}
