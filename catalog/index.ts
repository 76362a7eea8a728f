export { loadCatalog, type Catalog, type PinnedRules } from './catalog';
export { CatalogFileError, type CatalogFinding } from './load/read-file';
export { loadShippedCalendar, type ShippedCalendar } from './read-calendars';
