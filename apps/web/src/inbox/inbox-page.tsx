export const Component = () => <h1>消息</h1>;
