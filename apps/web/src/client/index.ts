export { address, read, remove, replace, write, writeOnce, type Query } from './ask';
export { newKey } from './keyring';
export { useConnection } from './connection';
export { isProblem, messagesByField, Problem, type FieldError } from './problem';
export { useAccount, useSession, type Account } from './session';
export { useTold, useWatched } from './stream';
export { queryClient } from './query-client';
