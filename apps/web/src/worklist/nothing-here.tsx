import { Button, Empty, Space } from 'antd';
import { Link } from 'react-router';
import { only } from './tab-row';
import { emptyWords, type Tab } from './worklist.types';

interface Props {
  tab: Tab;
  narrowed: boolean;
  clear: () => void;
}

/** Why the list is empty, and the way to the next work. */
export const NothingHere = ({ tab, narrowed, clear }: Props) => (
  <Empty
    className="worklist-empty"
    image={Empty.PRESENTED_IMAGE_SIMPLE}
    description={narrowed ? '没有符合条件的办件。' : emptyWords[tab]}
  >
    {narrowed && <Button onClick={clear}>清除条件</Button>}
    {!narrowed && tab === 'mine' && (
      <Space size={16}>
        <Link to={only({ assignee: 'none' })}>看待认领的办件</Link>
        <Link to={only({})}>看全部办件</Link>
      </Space>
    )}
  </Empty>
);
