import { exchangeHeaders, platformAgency, type LetterReceipt } from '@due-process/contracts';
import { withinSkew } from '@due-process/domain';
import { z } from 'zod';
import { checked, read } from '../http/input';
import { Problem } from '../http/problem';
import type { Call, Route } from '../http/server';
import type { Keys } from '../keys';
import { shanghaiDate } from '../world/dates';
import type { StoredLetter, World } from '../world/world';
import { allAgencies } from './agencies';
import { isoDate, letterEnvelope, letterReceipt, regionCode } from './letter.schema';
import type { ExchangePlatform } from './platform';

const period = z.object({ agency: regionCode, from: isoDate.optional(), to: isoDate.optional() });

/** What agencies see of the platform. Everything but the list of members is signed. */
export function exchangeRoutes(world: World, keys: Keys, platform: ExchangePlatform): Route[] {
  return [
    { method: 'GET', path: '/exchange/agencies', handle: () => ({ status: 200, body: { agencies: allAgencies() } }) },
    {
      method: 'POST',
      path: '/exchange/letters',
      handle: (call) => {
        const signer = signerOf(call, keys);
        const letter = read(letterEnvelope, call.raw);
        if (letter.fromAgency !== signer) throw new Problem('LETTER_SENDER_MISMATCH');
        const idNumber = (letter.body.person as { idNumber?: string } | undefined)?.idNumber;
        if (idNumber !== undefined && keys.subject(idNumber) !== letter.subject)
          throw new Problem('LETTER_SUBJECT_WRONG');
        const { letterNo, acceptedAt } = platform.accept(call.raw, letter);
        return { status: 202, body: { letterNo, acceptedAt } };
      },
    },
    {
      method: 'POST',
      path: '/exchange/receipts',
      handle: (call) => {
        const signer = signerOf(call, keys);
        const receipt: LetterReceipt = read(letterReceipt, call.raw);
        if (receipt.fromAgency !== signer) throw new Problem('LETTER_SENDER_MISMATCH');
        platform.acceptReceipt(receipt);
        return { status: 202, body: { letterNo: receipt.letterNo, kind: receipt.kind } };
      },
    },
    {
      method: 'GET',
      path: '/exchange/letters',
      handle: (call) => {
        const { agency, from, to } = checked(period, Object.fromEntries(call.query));
        if (signerOf(call, keys) !== agency) throw new Problem('LETTER_SENDER_MISMATCH');
        const letters = [...world.letters.values()]
          .filter(({ envelope }) => envelope.fromAgency === agency || envelope.toAgency === agency)
          .filter(({ acceptedAt }) => within(shanghaiDate(Date.parse(acceptedAt)), from, to))
          .map((letter) => ({
            direction: letter.envelope.fromAgency === agency ? 'sent' : 'received',
            ...summary(letter),
          }));
        return { status: 200, body: { agency, from, to, letters } };
      },
    },
    {
      method: 'GET',
      path: '/exchange/letters/:letterNo',
      handle: (call) => {
        const signer = signerOf(call, keys);
        const letter = platform.letter(call.params.letterNo ?? '');
        const { fromAgency, toAgency } = letter.envelope;
        if (signer !== fromAgency && signer !== toAgency) throw new Problem('LETTER_UNKNOWN');
        return { status: 200, body: { ...summary(letter), letter: letter.envelope } };
      },
    },
  ];
}

/** A letter without its body: enough to find what one side has and the other has not. */
export function summary({ envelope, digest, acceptedAt, closedAt, outcome, hold, receipts }: StoredLetter) {
  const { body: _, ...head } = envelope;
  const state = outcome ?? (hold === 'held' ? 'held' : 'accepted');
  const deliveredAt = outcome === 'delivered' ? closedAt : undefined;
  return { ...head, digest, acceptedAt, deliveredAt, state, receipts };
}

const within = (date: string, from = date, to = date): boolean => from <= date && date <= to;

/** The agency whose signature the request carries; a request without a body is signed over its path and query. */
function signerOf(call: Call, keys: Keys): string {
  const [agency, timestamp, signature] = [
    exchangeHeaders.agency,
    exchangeHeaders.timestamp,
    exchangeHeaders.signature,
  ].map((name) => String(call.headers[name] ?? '')) as [string, string, string];
  const text = call.raw === '' ? call.target : call.raw;
  if (agency === platformAgency || !keys.has(agency)) throw new Problem('EXCHANGE_SIGNATURE_INVALID');
  if (!withinSkew(timestamp, Math.floor(Date.now() / 1000))) throw new Problem('EXCHANGE_TIMESTAMP_SKEWED');
  if (!keys.signedBy(agency, timestamp, text, signature)) throw new Problem('EXCHANGE_SIGNATURE_INVALID');
  return agency;
}
