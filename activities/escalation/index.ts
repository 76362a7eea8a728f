export { createEscalationActivities, type EscalationDeps } from './escalation.activities';
