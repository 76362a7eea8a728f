export { ageOn, anniversary, birthOf, monthsBefore } from './age';
export { benefitStart, type BenefitStart } from './benefit-start';
export { derive, type Derivable, type Derived } from './derive';
export { adlLimit, screen, type Screened, type ScreeningFacts, type ScreeningLimits } from './screening';
