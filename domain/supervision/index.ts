export { causeWords, classWords, repairWords } from './class-words';
export { offeredRepairs, whyNotRepair, type RepairOffer, type Trouble } from './repair-offers';
