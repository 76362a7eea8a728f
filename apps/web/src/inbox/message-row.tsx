import { Button } from 'antd';
import { CaseLink } from '../parts/case-link';
import { shanghaiTime } from '../parts/dates';
import type { Message } from './message.types';

const toWords: Record<Message['to'], string> = { account: '发给您', unit: '发给科室', role: '发给岗位' };
const urgent = new Set(['order', 'rung']);

export function MessageRow({ message, markRead }: { message: Message; markRead: () => void }) {
  const { caseNo, kind, text, to, createdAt, readAt } = message;
  return (
    <li className={readAt ? 'read' : 'unread'}>
      <span className="nowrap quiet">{shanghaiTime(createdAt)}</span>
      <span>
        {urgent.has(kind) && <b className="light-red">紧急 </b>}
        {text} <span className="quiet">（{toWords[to]}）</span>
      </span>
      {/* Opening the case reads the message. */}
      <span onClick={() => !readAt && markRead()}>{caseNo && <CaseLink caseNo={caseNo} />}</span>
      {readAt ? (
        <span className="quiet nowrap">已读 {shanghaiTime(readAt)}</span>
      ) : (
        <Button size="small" onClick={markRead}>
          标为已读
        </Button>
      )}
    </li>
  );
}
