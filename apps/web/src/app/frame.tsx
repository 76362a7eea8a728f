import { Layout } from 'antd';
import { Suspense } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useSession } from '../client';
import { Lock } from '../sign-in/lock';
import { ConnectionBar } from './connection-bar';
import { Header } from './header';
import { RouteProgress } from './route-progress';
import { Starting } from './starting';
import { Unreachable } from './unreachable';

/** Everything behind the sign-in: header, notices, the screen, and the lock over it. */
export function Component() {
  const { pathname, search } = useLocation();
  const { data: account, error, isPending, refetch } = useSession();
  if (isPending) return <Starting />;
  if (error) return <Unreachable error={error} again={() => void refetch()} />;
  if (!account) return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />;
  return (
    <Layout className="frame">
      <a className="skip-link" href="#screen">
        跳到正文
      </a>
      <Header account={account} />
      <ConnectionBar />
      <RouteProgress />
      <main id="screen" className="screen" tabIndex={-1}>
        <Suspense fallback={<Starting />}>
          <Outlet />
        </Suspense>
      </main>
      <Lock account={account} />
    </Layout>
  );
}
