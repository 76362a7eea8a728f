export * from './ladder';
export * from './clock';
export * from './calendar';
export * from './letters';
