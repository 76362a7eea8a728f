import { write } from '../client';
import { ReasonDialog } from '../parts/reason-dialog';
import type { UnmatchedLetter } from './letters';

export const DismissDialog = ({ letter, close }: { letter: UnmatchedLetter; close: () => void }) => (
  <ReasonDialog
    title={`不予采用 · ${letter.title}`}
    act="不予采用"
    placeholder="写明为什么不采用，如：重复来函，原件已收"
    send={(reason) => write(`/api/exchange/unmatched/${letter.letterNo}/dismiss`, { reason })}
    done="已登记为不予采用"
    changes={['unmatched']}
    close={close}
  >
    {letter.from.name}的 {letter.letterNo}。原因随函件保存，不能撤回。
  </ReasonDialog>
);
