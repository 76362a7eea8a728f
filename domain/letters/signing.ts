import { signatureSkewSeconds } from '@due-process/contracts';

/** What is signed: the sender's clock in unix seconds and the body exactly as it is sent, byte for byte. */
export function signingText(timestamp: string, rawBody: string): string {
  return `${timestamp}.${rawBody}`;
}

/** Whether a signature's timestamp (unix seconds, decimal) is within the five minutes either side of `nowSeconds`. */
export function withinSkew(timestamp: string, nowSeconds: number): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(nowSeconds - Number(timestamp)) <= signatureSkewSeconds;
}
