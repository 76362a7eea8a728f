import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { createPortal } from 'react-dom';
import type { CaseView } from '@due-process/contracts';
import { read } from '../client';
import { Loaded } from '../parts/loaded';
import { Sheet } from './sheet';
import type { DerivationSheet } from './sheet.types';
import './derivation.css';

interface Props {
  view: CaseView;
  clockId: string;
  close: () => void;
}

/** 为什么是这一天？ The paper that is printed is a copy of its own beside the page, so that nothing else gets onto it. */
export function DerivationDrawer({ view, clockId, close }: Props) {
  const query = useQuery({
    queryKey: ['case-sheet', view.caseNo, 'derivation', clockId, view.seq],
    queryFn: ({ signal }) =>
      read<DerivationSheet>(`/api/cases/${view.caseNo}/clocks/${encodeURIComponent(clockId)}/derivation`, {}, signal),
  });
  return (
    <Drawer
      open
      size={720}
      title="为什么是这一天？"
      onClose={close}
      extra={
        <Button disabled={!query.data} onClick={() => print()}>
          打印推导单
        </Button>
      }
    >
      <Loaded query={query}>
        {(sheet) => (
          <>
            <Sheet view={view} sheet={sheet} />
            {createPortal(
              <div className="print-sheet" aria-hidden>
                <Sheet view={view} sheet={sheet} />
              </div>,
              document.body,
            )}
          </>
        )}
      </Loaded>
    </Drawer>
  );
}
