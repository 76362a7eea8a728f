import './chinese-messages';

export * from './dates';
export * from './deadlines';
export * from './field-errors';
export * from './problem';
export * from './session';
