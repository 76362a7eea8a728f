import { Card } from 'antd';
import { Navigate, useSearchParams } from 'react-router';
import { useSession } from '../client';
import { useEnter } from '../client/session';
import { ConnectionBar } from '../app/connection-bar';
import { DemoAccounts } from './demo-accounts';
import { SignInForm } from './sign-in-form';
import './sign-in.css';

/** Only addresses of our own: `//elsewhere` would leave the site. */
const ownPath = (path: string | null): string => (path && /^\/(?![/\\])/.test(path) ? path : '/');

export function Component() {
  const [given] = useSearchParams();
  const { data: account } = useSession();
  const enter = useEnter();
  if (account) return <Navigate to={ownPath(given.get('to'))} replace />;
  return (
    <main className="sign-in">
      <ConnectionBar />
      <h1>医保经办服务事项办理</h1>
      <div className="sign-in-cards">
        <Card>
          <SignInForm submitLabel="登录" onEntered={enter} />
        </Card>
        <DemoAccounts onEntered={enter} />
      </div>
    </main>
  );
}
