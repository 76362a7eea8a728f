export { clockView, derivationSheet, leadingClock, type Asked, type DerivationSheet } from './clock-view';
export { eventWords, isTold, type ExchangeStep } from './event-words';
export { publicProgress } from './public-progress';
export { whoseTurn, type Turn } from './whose-turn';
export {
  clockKindWords,
  letterStateOf,
  letterTitle,
  materialName,
  materialStatusWords,
  outcomeWords,
  pauseName,
  phaseWords,
  stageName,
} from './words';
