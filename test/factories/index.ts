export * from './acts';
export * from './commands';
export * from './people';
export * from './pure-run';
export * from './pure-stories';
export * from './rules';
export * from './start';
