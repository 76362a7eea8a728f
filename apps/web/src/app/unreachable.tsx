import { Button, Result } from 'antd';
import { isProblem } from '../client';

export const Unreachable = ({ error, again }: { error: Error; again: () => void }) => (
  <Result
    status="warning"
    title={isProblem(error) ? error.title : '系统没有答复'}
    subTitle={isProblem(error) ? error.detail : '请检查网络后重试。'}
    extra={
      <Button type="primary" onClick={again}>
        重试
      </Button>
    }
  />
);
