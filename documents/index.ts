export type { CaseFacts, Details, DocumentType, LetterFacts, LimitFacts } from './facts';
export { layoutVersion, renderSheet } from './render';
export type { Sheet } from './sheet';
export { composeSheet } from './templates';
export { roundList, type RoundListFacts } from './templates/round-list';
export { pagesOf } from './testing/pdf-text';
