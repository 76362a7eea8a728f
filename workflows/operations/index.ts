export { bulk } from './bulk.workflow';
export { daily } from './daily.workflow';
export { everyMinute } from './every-minute.workflow';
export { redateCases } from './redate-cases.workflow';
export { sweep } from './sweep.workflow';
