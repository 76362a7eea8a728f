import type { SourceOpened, SourceOpening } from '@due-process/contracts';
import type { LetterSigner } from '@due-process/secrets';
import { ask } from '../outside/ask';
import { fieldsOf, isAccepted, rejected, textIn } from '../outside/reply';

/**
 * Opening a case from an activity: the API registers it, on the same path as at the counter (docs/exchange.md, openings). The source is the key
 * there, so a try whose answer was lost finds the same case; 20 s, because the answer waits for the case's first record.
 */
const system = 'api';
const timeoutMs = 20_000;

export type OpenOutcome = { opened: SourceOpened } | { refused: { code: string; reason: string } };

export interface CaseOpener {
  /** `refused`: this opening will never be taken as it is; whatever else goes wrong is thrown and worth another try. */
  open(agency: string, opening: SourceOpening): Promise<OpenOutcome>;
}

export function createCaseOpener(apiUrl: string, signer: LetterSigner): CaseOpener {
  return {
    async open(agency, opening) {
      const body = JSON.stringify(opening);
      const answer = await ask({
        system,
        method: 'POST',
        url: `${apiUrl}/api/exchange/openings`,
        headers: signer.sign(agency, body, Date.now()),
        body,
        timeoutMs,
      });
      if (!isAccepted(answer)) {
        const { code, reason } = rejected(system, answer).data;
        return { refused: { code: String(code), reason: String(reason) } };
      }
      const fields = fieldsOf(system, answer.body);
      return {
        opened: {
          caseNo: textIn(system, fields, 'caseNo'),
          version: Number(fields.version),
          seq: Number(fields.seq),
          repeated: fields.repeated === true,
          changed: fields.changed === true,
        },
      };
    },
  };
}
