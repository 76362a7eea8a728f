import type { EffectResult, Instant, LetterEnvelope, LetterReceipt, LetterType } from '@due-process/contracts';
import type { LetterSigner } from '@due-process/secrets';
import { ask, unreadable } from '../outside/ask';
import { fieldsOf, isAccepted, rejected, textIn } from '../outside/reply';

/**
 * The exchange platform as it is spoken to (docs/exchange.md). It stores before it answers 202 and knows a letter by its number,
 * so 10 s are ample for a reply and asking again is harmless.
 */
const system = 'exchange';
const timeoutMs = 10_000;

export interface ExchangeLetter {
  letterNo: string;
  type: LetterType;
  direction: 'sent' | 'received';
  state: 'accepted' | 'held' | 'delivered' | 'refused';
  acceptedAt: Instant;
}

export interface Exchange {
  send(letter: LetterEnvelope): Promise<EffectResult>;
  receipt(receipt: LetterReceipt): Promise<EffectResult>;
  /** Every letter that the platform accepted for or from the agency between two Shanghai dates, both inclusive. */
  list(agency: string, from: string, to: string): Promise<ExchangeLetter[]>;
}

export function createExchange(base: string, signer: LetterSigner): Exchange {
  const post = (agency: string, path: string, content: unknown) => {
    const body = JSON.stringify(content);
    return ask({
      system,
      method: 'POST',
      url: `${base}${path}`,
      headers: signer.sign(agency, body, Date.now()),
      body,
      timeoutMs,
    });
  };
  return {
    async send(letter) {
      const answer = await post(letter.fromAgency, '/exchange/letters', letter);
      if (!isAccepted(answer)) return rejected(system, answer);
      const fields = fieldsOf(system, answer.body);
      sameNumber(textIn(system, fields, 'letterNo'), letter.letterNo);
      return { outcome: 'done', data: { acceptedAt: textIn(system, fields, 'acceptedAt') } };
    },
    async receipt(receipt) {
      const answer = await post(receipt.fromAgency, '/exchange/receipts', receipt);
      if (!isAccepted(answer)) return rejected(system, answer);
      sameNumber(textIn(system, fieldsOf(system, answer.body), 'letterNo'), receipt.letterNo);
      return { outcome: 'done', data: {} };
    },
    async list(agency, from, to) {
      const target = `/exchange/letters?agency=${agency}&from=${from}&to=${to}`;
      const answer = await ask({
        system,
        method: 'GET',
        url: `${base}${target}`,
        headers: signer.sign(agency, target, Date.now()),
        timeoutMs: 60_000,
      });
      if (!isAccepted(answer)) throw unreadable(system, `status ${answer.status}`);
      const { letters } = fieldsOf(system, answer.body);
      if (!Array.isArray(letters)) throw unreadable(system, 'letters is missing');
      return letters.map(listed);
    },
  };
}

const states: readonly string[] = ['accepted', 'held', 'delivered', 'refused'];

function listed(entry: unknown): ExchangeLetter {
  const fields = fieldsOf(system, entry);
  const state = textIn(system, fields, 'state');
  const direction = textIn(system, fields, 'direction');
  if (!states.includes(state)) throw unreadable(system, 'state is unknown');
  if (direction !== 'sent' && direction !== 'received') throw unreadable(system, 'direction is unknown');
  return {
    letterNo: textIn(system, fields, 'letterNo'),
    type: textIn(system, fields, 'type') as LetterType,
    direction,
    state: state as ExchangeLetter['state'],
    acceptedAt: textIn(system, fields, 'acceptedAt'),
  };
}

/** An answer about another letter is no answer. */
function sameNumber(answered: string, asked: string): void {
  if (answered !== asked) throw unreadable(system, 'answer to another letter');
}
