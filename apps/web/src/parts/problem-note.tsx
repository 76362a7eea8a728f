import { Alert, Button } from 'antd';
import { isProblem } from '../client';

/** A failure in the place of what should stand there, with the way on. */
export function ProblemNote({ error, again }: { error: unknown; again?: () => void }) {
  const known = isProblem(error);
  return (
    <Alert
      type={known && error.status === 404 ? 'info' : 'warning'}
      showIcon
      role="alert"
      title={known ? error.title : '没有取到内容'}
      description={known ? error.detail : '请重试；仍不行请联系系统管理员。'}
      action={
        again && (
          <Button size="small" onClick={again}>
            重试
          </Button>
        )
      }
    />
  );
}
