export { isIdentityNumber } from './identity-number';
export { cleanIdNumber, whyNotRegistered, type RosterEntry } from './judge-line';
