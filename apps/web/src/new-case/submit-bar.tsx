import { Button, Popconfirm, Space, Tooltip } from 'antd';
import type { Saving } from './use-entry';

interface Props {
  missing: readonly { name: string }[];
  /** Whether it may be accepted in the same moment. */
  atOnce: boolean;
  words: Words;
  busy: 'register' | 'accept' | undefined;
  saving: Saving;
  submit: (acceptNow: boolean) => void;
  clear: () => void;
}

interface Words {
  register: string;
  accept: string;
}
/** At the counter, and for those who apply themselves. */
export const registering: Words = { register: '登记', accept: '登记并受理' };
export const applying: Words = { register: '提交申请', accept: '提交并办理' };

const savingWords: Record<Saving, string> = {
  none: '',
  saving: '正在保存草稿…',
  saved: '草稿已保存，可在别的电脑继续',
  unsaved: '草稿尚未存到服务器；网络恢复后自动保存',
};

export function SubmitBar({ missing, atOnce, words, busy, saving, submit, clear }: Props) {
  const lacking = missing.length > 0 ? `还缺：${missing.map(({ name }) => name).join('、')}` : '';
  return (
    <div className="submit-bar">
      <Space wrap>
        {atOnce && (
          <Tooltip title={lacking}>
            <Button
              type="primary"
              disabled={missing.length > 0 || (busy !== undefined && busy !== 'accept')}
              loading={busy === 'accept'}
              onClick={() => submit(true)}
            >
              {words.accept}
            </Button>
          </Tooltip>
        )}
        <Button
          type={missing.length > 0 || !atOnce ? 'primary' : 'default'}
          disabled={busy === 'accept'}
          loading={busy === 'register'}
          onClick={() => submit(false)}
        >
          {words.register}
        </Button>
        <Popconfirm title="清空已填写的内容并删除草稿？" okText="清空" onConfirm={clear}>
          <Button type="text">清空</Button>
        </Popconfirm>
      </Space>
      {atOnce && lacking && <span>还缺 {missing.length} 项材料，可先登记，再一次性告知补正</span>}
      <span className="quiet">Ctrl+回车 {missing.length > 0 || !atOnce ? words.register : words.accept}</span>
      <span className="quiet" role="status">
        {savingWords[saving]}
      </span>
    </div>
  );
}
