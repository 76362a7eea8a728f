export { daily } from './daily.workflow';
export { everyMinute } from './every-minute.workflow';
export { redateCases } from './redate-cases.workflow';
