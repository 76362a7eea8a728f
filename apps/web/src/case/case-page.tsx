export const Component = () => <h1>办件</h1>;
