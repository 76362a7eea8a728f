import { Inject, Injectable } from '@nestjs/common';
import { createLetterSigner, type Keys } from '@due-process/secrets';
import { Problem } from '../platform/errors/problem';
import type { RawRequest } from '../platform/http/body';
import { KEYS } from '../platform/keys/keys.module';

/** HMAC over timestamp and raw body, or over the request's target where there is no body (docs/exchange.md): what comes without a session is believed by its signature alone. */
@Injectable()
export class ExchangeSignature {
  private readonly signer;

  constructor(@Inject(KEYS) keys: Keys) {
    this.signer = createLetterSigner(keys);
  }

  /** Who signed: an agency for itself, or the platform for what it forwards. @throws Problem `LETTER_SIGNATURE_INVALID`, `LETTER_EXPIRED` */
  signerOf({ headers, rawBody, originalUrl }: RawRequest): string {
    const check = this.signer.check(headers, rawBody?.toString('utf8') ?? originalUrl, Date.now());
    if ('fault' in check) throw new Problem(check.fault);
    return check.agency;
  }
}
