export { causeWords, classWords, repairWords } from './class-words';
