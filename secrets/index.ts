export * from './blind-index';
export * from './column-cipher';
export * from './command-mac';
export * from './data-converter';
export * from './keys';
export * from './letter-signature';
export * from './payload-codec';
export * from './test-keys';
