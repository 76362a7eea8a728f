import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { Account } from '../client';
import { isProblem } from '../client';
import { signIn } from '../client/session';

interface Props {
  /** Given when the screen is locked: only this account may go on. */
  username?: string;
  submitLabel: string;
  onEntered: (account: Account) => void;
}

/** Name and password; refusals stand above the fields, where a screen reader announces them. */
export function SignInForm({ username, submitLabel, onEntered }: Props) {
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit(given: { username: string; password: string }): Promise<void> {
    setBusy(true);
    setRefused(undefined);
    try {
      const { account } = await signIn(username ?? given.username, given.password);
      onEntered(account);
    } catch (error) {
      setRefused(isProblem(error) ? error.title : '登录没有成功，请重试');
    } finally {
      setBusy(false);
    }
  }

  return (
    <Form layout="vertical" onFinish={(given: { username: string; password: string }) => void submit(given)}>
      {refused && <Alert type="error" showIcon title={refused} style={{ marginBottom: 12 }} role="alert" />}
      {username === undefined && (
        <Form.Item name="username" label="用户名" rules={[{ required: true, message: '请填写用户名' }]}>
          <Input autoComplete="username" autoFocus />
        </Form.Item>
      )}
      <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
        <Input.Password autoComplete="current-password" autoFocus={username !== undefined} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {submitLabel}
      </Button>
    </Form>
  );
}
