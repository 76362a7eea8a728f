import { Alert } from 'antd';
import { useConnection } from '../client';

const words = {
  offline: '网络连接中断。已填写的内容都还在，恢复后会自动重试，不会重复办理。',
  repeating: '系统繁忙，正在自动重试，请勿关闭页面。',
} as const;

export function ConnectionBar() {
  const connection = useConnection();
  return (
    <div aria-live="polite">
      {connection !== 'fine' && <Alert banner type="warning" showIcon title={words[connection]} />}
    </div>
  );
}
