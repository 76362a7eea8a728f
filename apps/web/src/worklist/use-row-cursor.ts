import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useKeys } from '../parts/use-keys';
import type { WorklistLine } from './worklist.types';

/** j / k move, Enter opens, x selects: the whole list without the mouse. */
export function useRowCursor(
  lines: readonly WorklistLine[],
  toggle: (caseNo: string) => void,
  focusSearch: () => void,
) {
  const [at, setAt] = useState(-1);
  const navigate = useNavigate();
  const current = lines[Math.min(at, lines.length - 1)];
  const move = (by: number): void => setAt((now) => Math.max(0, Math.min(now + by, lines.length - 1)));
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    x: () => current && toggle(current.caseNo),
    Enter: (event) => {
      if (event.target instanceof HTMLElement && event.target.closest('a, button')) event.target.click();
      else if (current) void navigate(`/cases/${current.caseNo}`);
    },
    '/': focusSearch,
  });
  const caseNo = at < 0 ? undefined : current?.caseNo;
  useEffect(() => {
    if (caseNo) document.querySelector(`#row-${caseNo}`)?.scrollIntoView({ block: 'nearest' });
  }, [caseNo]);
  return caseNo;
}
