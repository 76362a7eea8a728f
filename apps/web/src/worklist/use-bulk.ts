import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { inTurn } from '../parts/in-turn';
import { perform, preview, type BulkAct, type BulkLine } from './bulk-run';
import type { WorklistLine } from './worklist.types';

/** A bulk act from preview to the result of every case; each line changes as its case answers. */
export function useBulk(what: BulkAct, lines: readonly WorklistLine[]) {
  const cache = useQueryClient();
  const [shown, setShown] = useState<BulkLine[]>(() =>
    lines.map((line) => ({ line, state: 'looking', words: '正在核对…' })),
  );
  const [phase, setPhase] = useState<'looking' | 'ready' | 'running' | 'finished'>('looking');
  const replace = useCallback(
    (at: number, one: BulkLine) => setShown((now) => now.map((old, index) => (index === at ? one : old))),
    [],
  );

  useEffect(() => {
    let here = true;
    void inTurn(lines, async (line, at) => {
      const seen = await preview(line, what.id);
      if (here) replace(at, seen);
    }).then(() => here && setPhase('ready'));
    return () => void (here = false);
  }, [lines, what, replace]);

  async function run(input: Record<string, unknown>): Promise<void> {
    setPhase('running');
    await inTurn(shown, async (one, at) => {
      if (one.state !== 'ready') return;
      replace(at, { ...one, state: 'running', words: '正在办理…' });
      replace(at, await perform(one, input));
    });
    setPhase('finished');
    for (const queryKey of [['worklist'], ['worklist-counts'], ['case']]) void cache.invalidateQueries({ queryKey });
  }
  return { shown, phase, run };
}
