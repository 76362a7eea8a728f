export { createRecordActivities } from './record.activities';
