export { createActivities, type WorkerActivities } from './activities';
export type { ActivityDeps } from './deps';
export { createEffectActivities } from './effects';
export { createEscalationActivities } from './escalation';
export { createRecordActivities } from './record';
