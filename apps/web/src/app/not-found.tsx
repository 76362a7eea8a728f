import { Button, Result } from 'antd';
import { useNavigate } from 'react-router';
import { useTitle } from '../parts/use-title';

export function NotFound() {
  useTitle('没有这个页面');
  const navigate = useNavigate();
  return (
    <Result
      status="info"
      title="没有这个页面"
      subTitle="地址可能输错了，或者页面已经移走。"
      extra={
        <Button type="primary" onClick={() => void navigate('/')}>
          回到首页
        </Button>
      }
    />
  );
}
