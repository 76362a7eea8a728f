import { ask } from '../outside/ask';
import { isAccepted } from '../outside/reply';

/** The SMS gateway knows a message by its key: the same key again sends nothing. 10 s are long for a gateway. */
const system = 'sms';
const timeoutMs = 10_000;

export interface SmsGateway {
  /** 'sent', also for a repeat; 'refused' for good. Anything unsure is thrown, to be asked again with the same key. */
  send(message: { key: string; phone: string; text: string }): Promise<'sent' | 'refused'>;
}

export function createSmsGateway(base: string): SmsGateway {
  return {
    async send({ key, phone, text }) {
      const answer = await ask({
        system,
        method: 'POST',
        url: `${base}/sms/messages`,
        body: JSON.stringify({ key, to: phone, text }),
        timeoutMs,
      });
      return isAccepted(answer) ? 'sent' : 'refused';
    },
  };
}
