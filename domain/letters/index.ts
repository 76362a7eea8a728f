export * from './canonical';
export * from './replies';
export * from './signing';
export * from './subject';
