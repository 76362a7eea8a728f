import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useWatched } from '../client';
import { Loaded } from '../parts/loaded';
import { neighbours } from '../parts/reading-order';
import { useKeys } from '../parts/use-keys';
import { useTitle } from '../parts/use-title';
import { DerivationDrawer } from '../derivation/derivation-drawer';
import { ActionDrawer } from './action-drawer';
import { caseQuery } from './case-api';
import { CaseBody } from './case-body';
import { CaseHead } from './case-head';
import type { CaseAction, CaseView } from '@due-process/contracts';
import { TurnPanel } from './turn-panel';
import './case.css';
import './clock.css';

function CaseScreen({ view }: { view: CaseView }) {
  const navigate = useNavigate();
  const [action, setAction] = useState<CaseAction>();
  const [clockId, setClockId] = useState<string>();
  useTitle(`${view.item.name} ${view.caseNo.slice(-6)}`);
  const { before, after } = neighbours(view.caseNo);
  const go = (caseNo: string | undefined): void => void (caseNo && navigate(`/cases/${caseNo}`, { replace: true }));
  useKeys({ Escape: () => void navigate(-1), j: () => go(after), k: () => go(before) });
  return (
    <>
      <CaseHead view={view} before={before} after={after} explain={setClockId} />
      <TurnPanel view={view} choose={setAction} />
      <CaseBody view={view} explain={setClockId} />
      {action && <ActionDrawer view={view} action={action} close={() => setAction(undefined)} />}
      {clockId && <DerivationDrawer view={view} clockId={clockId} close={() => setClockId(undefined)} />}
    </>
  );
}

export function Component() {
  const { caseNo = '' } = useParams();
  const cache = useQueryClient();
  const query = useQuery(caseQuery(caseNo));
  const seen = query.data?.seq ?? Infinity;
  /** Others' acts and letters from outside: the page learns of them at once, and asks for what is new. */
  useWatched(caseNo, (seq) => {
    if (seq <= seen) return;
    void cache.invalidateQueries({ queryKey: caseQuery(caseNo).queryKey });
    void cache.invalidateQueries({ queryKey: ['case-sheet', caseNo] });
  });
  return <Loaded query={query}>{(view) => <CaseScreen key={caseNo} view={view} />}</Loaded>;
}
