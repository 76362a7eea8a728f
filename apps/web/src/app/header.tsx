import { BellOutlined } from '@ant-design/icons';
import { Badge, Button, Dropdown, Layout } from 'antd';
import { Link } from 'react-router';
import type { Account } from '../client';
import { useSignOut } from '../client/session';
import { useInboxCounts } from '../inbox/inbox-counts';
import { roleNames } from '@due-process/contracts';
import { MainMenu } from './main-menu';
import { menuFor } from './menu';
import { setLargeType, useLargeType } from './preferences';

export function Header({ account }: { account: Account }) {
  const signOut = useSignOut();
  const large = useLargeType();
  const { unread, urgent } = useInboxCounts();
  const posts = account.roles.map((role) => roleNames[role]).join('、');
  return (
    <Layout.Header className="header no-print">
      <Link to="/" className="header-name">
        {account.agencyName || account.organisation?.name || '医保经办'}
      </Link>
      <MainMenu entries={menuFor(account)} />
      <Link to="/inbox" className="header-inbox" aria-label={`消息，${unread} 条未读，其中 ${urgent} 条紧急`}>
        <Badge count={unread} size="small" color={urgent > 0 ? '#b3261e' : '#8a5a00'}>
          <BellOutlined style={{ fontSize: 18, color: '#fff' }} />
        </Badge>
      </Link>
      <Button
        type="text"
        className="header-button"
        aria-pressed={large}
        onClick={() => setLargeType(!large)}
        title="切换大字体"
      >
        {large ? '标准字' : '大字'}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{ items: [{ key: 'out', label: '退出登录', onClick: () => void signOut() }] }}
      >
        <Button type="text" className="header-button">
          {account.displayName}（{posts}）
        </Button>
      </Dropdown>
    </Layout.Header>
  );
}
