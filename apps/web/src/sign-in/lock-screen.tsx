import { Button, Modal } from 'antd';
import type { Account } from '../client';
import { unlock, type LockReason } from '../client/lock';
import { useSignOut } from '../client/session';
import { SignInForm } from './sign-in-form';

/** Over the whole screen, which stays as it was underneath: nothing that was typed is lost. */
export default function LockScreen({ account, reason }: { account: Account; reason: LockReason }) {
  const signOut = useSignOut();

  async function leave(): Promise<void> {
    await signOut();
    unlock();
  }

  return (
    <Modal
      open
      title={reason === 'idle' ? '页面已锁定' : '登录已过期'}
      closable={false}
      keyboard={false}
      footer={null}
      width={380}
      zIndex={2000}
      styles={{ mask: { backdropFilter: 'blur(14px)' } }}
    >
      <p>
        {reason === 'idle' ? '您有一段时间没有操作。' : '为安全起见，需要重新确认身份。'}
        请输入 <b>{account.displayName}</b> 的密码继续，已填写的内容都还在。
      </p>
      <SignInForm username={account.username} submitLabel="继续" onEntered={unlock} />
      <Button type="link" block onClick={() => void leave()}>
        换人登录
      </Button>
    </Modal>
  );
}
