import './chinese-messages';

export * from './calendars';
export * from './dates';
export * from './deadlines';
export * from './field-errors';
export * from './items';
export * from './problem';
export * from './session';
