export * from './case.workflow';
export * from './operations';
