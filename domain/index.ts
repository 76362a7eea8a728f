export * from './access';
export * from './ladder';
export * from './clock';
export * from './calendar';
export * from './letters';
export * from './intake';
export * from './case';
export * from './progress';
