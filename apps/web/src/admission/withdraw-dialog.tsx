import { write } from '../client';
import { ReasonDialog } from '../parts/reason-dialog';
import type { AcceptanceWindow } from './windows';

export const WithdrawDialog = ({ window, close }: { window: AcceptanceWindow; close: () => void }) => (
  <ReasonDialog
    title={`撤回 · ${window.name}`}
    act="撤回"
    placeholder="写明为什么撤回，如：起止日期有误，另行发布"
    send={(reason) => write(`/api/acceptance-windows/${window.id}/withdraw`, { reason })}
    done="已撤回"
    changes={['acceptance-windows']}
    close={close}
  >
    已收的 {window.admitted} 件不受影响；其后的申请不再按它受理。
  </ReasonDialog>
);
