import { CopyOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { copyText } from './copy-text';

export function CopyButton({ text, what }: { text: string; what: string }) {
  const { message } = App.useApp();
  return (
    <Button
      type="text"
      size="small"
      className="no-print"
      icon={<CopyOutlined />}
      aria-label={`复制${what}`}
      onClick={() => void copyText(text).then(() => message.success(`已复制${what}`))}
    />
  );
}
