export { rungMoments, rungTime, type LadderInput } from './rung-moments';
