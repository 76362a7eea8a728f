export { createEffectActivities } from './effects';
export { createActivities, type WorkerActivities } from './activities';
export type { ActivityDeps } from './deps';
