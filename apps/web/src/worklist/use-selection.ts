import { useCallback, useMemo, useState } from 'react';
import type { WorklistLine } from './worklist.types';

/** Cases ticked for a bulk act. What leaves the list leaves the selection. */
export function useSelection(lines: readonly WorklistLine[]) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(() => lines.filter(({ caseNo }) => ticked.has(caseNo)), [lines, ticked]);
  const selected = useMemo(() => new Set(chosen.map(({ caseNo }) => caseNo)), [chosen]);
  const toggle = useCallback((caseNo: string) => {
    setTicked((now) => {
      const next = new Set(now);
      if (!next.delete(caseNo)) next.add(caseNo);
      return next;
    });
  }, []);
  const clear = useCallback(() => setTicked(new Set()), []);
  const toggleAll = (): void =>
    setTicked(chosen.length === lines.length ? new Set() : new Set(lines.map(({ caseNo }) => caseNo)));
  return { chosen, selected, toggle, toggleAll, clear };
}
