import { Inject, Injectable, Logger } from '@nestjs/common';
import { conditionsHold, type FactRule, type KnownFact } from '@due-process/contracts';
import { CatalogShelf } from '../items/catalog-shelf';
import { CONFIG, type Config } from '../platform/config/config';
import { Problem } from '../platform/errors/problem';
import type { Application } from './application';
import { derivedFact } from './derived-fact';
import { FACT_SOURCES, factsOf } from './fact-sources';

/** The clerk waits for it: three seconds, then it counts as not to be had. */
const lookupTimeoutMs = 3000;

/**
 * 核查: facts outside that a command depends on, asked before the command and kept with source and instant (design §4). It is the one outside
 * call that the API makes; it reads only, so it may be repeated.
 */
@Injectable()
export class FactLookup {
  private readonly log = new Logger('FactLookup');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly shelf: CatalogShelf,
  ) {}

  /** At opening: what cannot be asked now is unknown and holds false, and is asked again before acceptance. */
  async knownOrUnknown(rules: readonly FactRule[], idNumber: string, about: Application): Promise<KnownFact[]> {
    return Promise.all(
      rules.map((rule) =>
        this.ask(rule, idNumber, about).catch((error: unknown): KnownFact => {
          this.log.warn({ fact: rule.id, reason: reasonOf(error) }, 'fact lookup failed');
          return { ...head(rule), value: 'unknown', holds: false, detail: '暂未取得核查结果，受理前将再次核查' };
        }),
      ),
    );
  }

  /** @throws Problem `FACT_UNAVAILABLE` when any of them cannot be had. */
  async known(rules: readonly FactRule[], idNumber: string, about: Application): Promise<KnownFact[]> {
    try {
      return await Promise.all(rules.map((rule) => this.ask(rule, idNumber, about)));
    } catch (error) {
      throw new Problem('FACT_UNAVAILABLE', { cause: error });
    }
  }

  private async ask(rule: FactRule, idNumber: string, about: Application): Promise<KnownFact> {
    if (rule.lookup === 'application') return judged(rule, about);
    if (rule.lookup === 'derived') return { ...head(rule), ...derivedFact(rule, idNumber, about, this.shelf.catalog) };
    const source = FACT_SOURCES[rule.lookup];
    const response = await fetch(`${this.config.sandboxUrl.replace(/\/$/, '')}${source.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ idNumber, region: about.agency, purpose: rule.purpose, ...sent(rule, about) }),
      signal: AbortSignal.timeout(lookupTimeoutMs),
    });
    if (!response.ok) throw new Error(`${source.name} answered ${response.status}`);
    const answer = (await response.json()) as Record<string, unknown>;
    const { status } = answer;
    if (typeof status !== 'string') throw new Error(`${source.name} gave no status`);
    const holds = rule.accepted.includes(status);
    return { ...head(rule), value: status, holds, detail: source.words(status, answer), data: factsOf(source, answer) };
  }
}

/** Fields of the application that the question is about; a value that nobody may read goes nowhere. */
function sent({ sends = [] }: FactRule, { form = {} }: Application): { about?: Record<string, unknown> } {
  const fields = sends.map((id) => [id, form[id]] as const);
  const plain = fields.filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value));
  return plain.length > 0 ? { about: Object.fromEntries(plain) } : {};
}

/** What the application itself says, judged by the item's own conditions. */
function judged(rule: FactRule, about: Application): KnownFact {
  const value = conditionsHold(rule.holdsWhen, about) ? 'satisfied' : 'unsatisfied';
  // What only warns (原则上 …) accepts both values and says so all the same.
  const detail = value === 'satisfied' ? '符合' : rule.refusal;
  return { ...head(rule), value, holds: rule.accepted.includes(value), detail };
}

const head = (rule: FactRule): Pick<KnownFact, 'id' | 'source' | 'at'> => ({
  id: rule.id,
  source: rule.lookup === 'application' || rule.lookup === 'derived' ? '申请内容' : FACT_SOURCES[rule.lookup].name,
  at: new Date().toISOString(),
});

const reasonOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
