export { causeWords, classWords, repairWords } from './class-words';
export { numberDefinitions } from './definitions';
export { offeredRepairs, whyNotRepair, type RepairOffer, type Trouble } from './repair-offers';
