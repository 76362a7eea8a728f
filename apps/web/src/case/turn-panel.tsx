import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useAccount } from '../client';
import { useKeys } from '../parts/use-keys';
import { useProblem } from '../parts/use-problem';
import { ActionButton } from './action-button';
import { groupsOf, isInstant, keyOf, offeredTo } from './actions';
import { act, useCaseChanged } from './case-api';
import { isOutsideRole, type CaseAction, type CaseTurn, type CaseView } from '@due-process/contracts';

const who = ({ kind, name, unitName }: CaseTurn): string | undefined =>
  (
    ({ person: name, unit: unitName, applicant: '申请人', otherAgency: '对方经办机构', activity: '系统' }) as Record<
      string,
      string | undefined
    >
  )[kind];

/** Whose turn it is, and what this person may do. */
export function TurnPanel({ view, choose }: { view: CaseView; choose: (action: CaseAction) => void }) {
  const { message } = App.useApp();
  const tell = useProblem();
  const changed = useCaseChanged();
  const outside = useAccount().roles.some(isOutsideRole);
  const { step, other } = groupsOf(offeredTo(view, outside));
  const instant = useMutation({
    mutationFn: (action: CaseAction) => act(view, action, { input: {} }),
    onSuccess: (after, { label }) => {
      changed(after);
      message.success(`已${label}`);
    },
    onError: tell,
  });
  const start = (action: CaseAction): void => (isInstant(action) ? instant.mutate(action) : choose(action));
  const possible = [...step, ...other].filter(({ allowed }) => allowed).slice(0, 9);
  useKeys(Object.fromEntries(possible.map((action, at) => [String(at + 1), () => start(action)])));
  const numberOf = (action: CaseAction): number | undefined => {
    const at = possible.indexOf(action);
    return at < 0 ? undefined : at + 1;
  };
  return (
    <section className="panel turn no-print" aria-label="办理">
      <div className="turn-words">
        {who(view.whoseTurn) && (
          <>
            <span className="quiet">轮到</span> <b>{who(view.whoseTurn)}</b>{' '}
          </>
        )}
        <span>{view.whoseTurn.words}</span>
      </div>
      {[step, other].map((group, at) => (
        <div key={at} className="action-row">
          {group.map((action) => (
            <ActionButton
              key={keyOf(action)}
              action={action}
              main={at === 0 && action === group[0]}
              number={numberOf(action)}
              busy={instant.isPending && instant.variables === action}
              onClick={() => start(action)}
            />
          ))}
        </div>
      ))}
    </section>
  );
}
