import type { World } from '../world/world';
import type { EnrolmentRegistry } from './registry';

const entriesOf = (world: World, subject: string, region: string, recordKind: string): Record<string, unknown>[] =>
  world
    .effectsOf('core')
    .map(({ answer }) => answer)
    .filter((entry) => entry.subject === subject && entry.region === region && entry.recordKind === recordKind);

export interface AccountAnswer {
  status: 'open' | 'closed' | 'none';
  accountBalanceFen: number;
}

/** The personal account: open with its balance, or closed since everything was paid out; residents have none; else as the operator has set it. */
export function personalAccount(
  world: World,
  registry: EnrolmentRegistry,
  subject: string,
  region: string,
): AccountAnswer {
  const set = world.registers.get(`personalAccount|${subject}`)?.status;
  if (set === 'none' || set === 'closed') return { status: set, accountBalanceFen: 0 };
  const { status, kind, accountBalanceFen } = registry.of(subject, region, 'insured');
  if (status === 'none' || kind !== 'employee') return { status: 'none', accountBalanceFen: 0 };
  if (entriesOf(world, subject, region, 'accountClosure').length > 0) return { status: 'closed', accountBalanceFen: 0 };
  return { status: 'open', accountBalanceFen };
}

/** Where the account pays to: the bank account of the social security card, unless another was registered since. */
export function payoutAccountOf(world: World, subject: string, region: string): string {
  const data = entriesOf(world, subject, region, 'payoutAccount').at(-1)?.data as { bankAccount?: unknown } | undefined;
  const account = typeof data?.bankAccount === 'string' ? data.bankAccount : undefined;
  return account ? `变更后的本人银行账户（尾号 ${account.slice(-4)}）` : '社保卡金融账户';
}
