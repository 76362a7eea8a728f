export const Component = () => <h1>待办</h1>;
