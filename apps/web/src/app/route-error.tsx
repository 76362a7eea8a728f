import { Button, Result } from 'antd';
import { useRouteError } from 'react-router';
import { isProblem } from '../client';

/** A screen that failed to load or to draw. After a new version was put in place, old pages no longer find their parts: reload helps. */
export function RouteError() {
  const error = useRouteError();
  const known = isProblem(error);
  return (
    <Result
      status="warning"
      title={known ? error.title : '页面没有打开'}
      subTitle={known ? error.detail : '可能是网络中断或系统刚刚更新。已提交的内容不受影响，请重新载入。'}
      extra={
        <Button type="primary" onClick={() => location.reload()}>
          重新载入
        </Button>
      }
    />
  );
}
