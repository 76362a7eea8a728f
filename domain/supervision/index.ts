export { causeWords, classWords, receiverWords, repairWords } from './class-words';
export { numberDefinitions } from './definitions';
export { objectionDays, replyDays } from './order-limits';
export { chartPlace, waitWords } from './places';
export { STEP_EVENTS, stepTimes, type StepTimes } from './step-times';
export { offeredRepairs, whyNotRepair, type RepairOffer, type Trouble } from './repair-offers';
