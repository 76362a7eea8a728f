import { Inject, Injectable, Logger } from '@nestjs/common';
import type { FactRule, KnownFact } from '@due-process/contracts';
import { CONFIG, type Config } from '../platform/config/config';
import { Problem } from '../platform/errors/problem';

/** What the core platform (核心经办平台) says about a person's enrolment. */
interface EnrolmentAnswer {
  status: string;
  suspendedOn?: string;
  insuredSince?: string;
  paidMonths?: number;
  accountBalanceFen?: number;
  kind?: string;
}

/** The clerk waits for it: three seconds, then it counts as not to be had. */
const lookupTimeoutMs = 3000;
const statusWords: Readonly<Record<string, string>> = { enrolled: '正常参保', suspended: '已停保', none: '未参保' };

/**
 * 核查: facts outside that a command depends on, asked before the command and kept with source and instant (design §4). It is the one outside
 * call that the API makes; it reads only, so it may be repeated.
 */
@Injectable()
export class FactLookup {
  private readonly log = new Logger('FactLookup');

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** At opening: what cannot be asked now is unknown and holds false, and is asked again before acceptance. */
  async knownOrUnknown(rules: readonly FactRule[], region: string, idNumber: string): Promise<KnownFact[]> {
    return Promise.all(
      rules.map((rule) =>
        this.ask(rule, region, idNumber).catch((error: unknown): KnownFact => {
          this.log.warn({ fact: rule.id, reason: reasonOf(error) }, 'fact lookup failed');
          return { ...head(rule), value: 'unknown', holds: false, detail: '暂未取得核查结果，受理前将再次核查' };
        }),
      ),
    );
  }

  /** @throws Problem `FACT_UNAVAILABLE` when any of them cannot be had. */
  async known(rules: readonly FactRule[], region: string, idNumber: string): Promise<KnownFact[]> {
    try {
      return await Promise.all(rules.map((rule) => this.ask(rule, region, idNumber)));
    } catch (error) {
      throw new Problem('FACT_UNAVAILABLE', { cause: error });
    }
  }

  private async ask(rule: FactRule, region: string, idNumber: string): Promise<KnownFact> {
    const response = await fetch(`${this.config.sandboxUrl.replace(/\/$/, '')}/core/enrolment/query`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ idNumber, region, purpose: rule.purpose }),
      signal: AbortSignal.timeout(lookupTimeoutMs),
    });
    if (!response.ok) throw new Error(`the core platform answered ${response.status}`);
    const answer = (await response.json()) as Partial<EnrolmentAnswer>;
    if (typeof answer.status !== 'string') throw new Error('the core platform gave no status');
    const holds = rule.accepted.includes(answer.status);
    const record: EnrolmentAnswer = { ...answer, status: answer.status };
    return { ...head(rule), value: record.status, holds, detail: detailOf(record), data: dataOf(record) };
  }
}

const head = (rule: FactRule): Pick<KnownFact, 'id' | 'source' | 'at'> => ({
  id: rule.id,
  source: '核心经办平台',
  at: new Date().toISOString(),
});

function detailOf({ status, suspendedOn, insuredSince }: EnrolmentAnswer): string {
  const since = status === 'suspended' ? suspendedOn : insuredSince;
  const words = statusWords[status] ?? status;
  return since ? `${words}（自 ${since}）` : words;
}

/** What letters and forms take over; nothing that identifies the person. */
function dataOf({
  suspendedOn,
  insuredSince,
  paidMonths,
  accountBalanceFen,
  kind,
}: EnrolmentAnswer): KnownFact['data'] {
  const told = Object.entries({ suspendedOn, insuredSince, paidMonths, accountBalanceFen, kind });
  return Object.fromEntries(told.flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])));
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
