export { loadCatalog, type Catalog, type PinnedRules } from './catalog';
export { courseOf } from './course';
export { CatalogFileError, type CatalogFinding } from './load/read-file';
export { loadShippedCalendar, type ShippedCalendar } from './read-calendars';
export { loadSituations } from './load/situations';
export type { Situation } from './schema/cases';
export { STORIES } from './schema/stories';
