import { Spin } from 'antd';

export const Starting = () => (
  <div className="starting" role="status" aria-label="正在打开">
    <Spin size="large" />
  </div>
);
