export { ladderCalls, type LimitCalls, type RungCall } from './preview';
export { rungMoments, rungTime, type LadderInput } from './rung-moments';
