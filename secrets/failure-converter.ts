import { DefaultFailureConverter } from '@temporalio/common';

/** Messages and stack traces of failures travel encrypted too; by default Temporal keeps them in the clear. Bundled with the workflows. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
