export { ACCESS, commonActs, type AccessRow } from './access-table';
export { isOutside } from './duties';
export { accessRowsOf, may, type AccessTarget } from './may';
export { mayAct, type ActTarget } from './may-act';
