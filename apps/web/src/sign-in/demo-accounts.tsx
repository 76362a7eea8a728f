import { App, Button } from 'antd';
import { useState } from 'react';
import { isProblem, type Account } from '../client';
import { signInAsDemo, useDemoAccounts } from '../client/session';

/** Shown only where the system runs as a demonstration: any of its people with one click. */
export function DemoAccounts({ onEntered }: { onEntered: (account: Account) => void }) {
  const { data } = useDemoAccounts();
  const { message } = App.useApp();
  const [busy, setBusy] = useState<string>();
  if (!data || data.accounts.length === 0) return null;

  const groups = [...new Set(data.accounts.map(({ group }) => group))];

  async function enter(username: string): Promise<void> {
    setBusy(username);
    try {
      const { account } = await signInAsDemo(username);
      onEntered(account);
    } catch (error) {
      setBusy(undefined);
      message.error(isProblem(error) ? error.title : '登录没有成功，请重试');
    }
  }

  return (
    <section aria-label="演示账号" className="demo-accounts">
      <h2>演示账号，点一下即可登录</h2>
      {groups.map((group) => (
        <div key={group} role="group" aria-label={group}>
          <span className="quiet">{group}</span>
          {data.accounts
            .filter((one) => one.group === group)
            .map(({ username, displayName }) => (
              <Button key={username} size="small" loading={busy === username} onClick={() => void enter(username)}>
                {displayName}
              </Button>
            ))}
        </div>
      ))}
    </section>
  );
}
