import { Button, Tooltip } from 'antd';
import { useId } from 'react';
import type { CaseAction } from '@due-process/contracts';

interface Props {
  action: CaseAction;
  main: boolean;
  /** Key that does it. */
  number: number | undefined;
  busy: boolean;
  onClick: () => void;
}

/** One that is not possible now stays reachable by keyboard and says why, to the eye on hover and to a screen reader always. */
export function ActionButton({ action, main, number, busy, onClick }: Props) {
  const reasonId = useId();
  if (action.allowed)
    return (
      <Button
        type={main ? 'primary' : 'default'}
        loading={busy}
        onClick={onClick}
        aria-keyshortcuts={number === undefined ? undefined : String(number)}
      >
        {action.label}
        {number !== undefined && (
          <kbd className="key-hint" aria-hidden>
            {number}
          </kbd>
        )}
      </Button>
    );
  return (
    <Tooltip title={action.reason}>
      <Button className="unavailable" aria-disabled aria-describedby={reasonId}>
        {action.label}
        <span id={reasonId} className="visually-hidden">
          不能办理：{action.reason}
        </span>
      </Button>
    </Tooltip>
  );
}
