export { bulk } from './bulk.workflow';
export { daily } from './daily.workflow';
export { designationRound, keepRounds } from './designation-round.workflow';
export { everyMinute } from './every-minute.workflow';
export { monthlySettlement } from './monthly-settlement.workflow';
export { redateCases } from './redate-cases.workflow';
export { keepReviewRounds, reviewRound } from './review-round.workflow';
export { sweep } from './sweep.workflow';
