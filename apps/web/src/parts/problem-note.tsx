import { Alert, Button } from 'antd';
import { isProblem } from '../client';

const advice = (status: number | undefined): string =>
  status === 404 ? '可能是编号有误、内容已不在，或者不归您查看；请核对后再试。' : '请重试；仍不行请联系系统管理员。';

/** A failure in the place of what should stand there, with the way on. */
export function ProblemNote({ error, again }: { error: unknown; again?: () => void }) {
  const known = isProblem(error);
  const told = known && error.detail !== error.title ? error.detail : '';
  return (
    <Alert
      type={known && error.status === 404 ? 'info' : 'warning'}
      showIcon
      role="alert"
      title={known ? error.title : '没有取到内容'}
      description={told || advice(known ? error.status : undefined)}
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
