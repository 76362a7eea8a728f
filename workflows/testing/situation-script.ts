import {
  roleNames,
  type ActCommand,
  type Actor,
  type CaseStart,
  type FormValue,
  type ItemRules,
  type KnownFact,
  type MaterialState,
  type OpenCommand,
  type Role,
} from '@due-process/contracts';
import { loadCatalog, loadShippedCalendar, type Situation } from '@due-process/catalog';

export type SituationStep = Situation['steps'][number];

const catalog = loadCatalog();
const { calendar } = loadShippedCalendar();
/** Every post but the system itself, which may do everything. */
const posts = (Object.keys(roleNames) as Role[]).filter((role) => role !== 'system');

/** The morning of a day. */
export const morningOf = (on: string): number => Date.parse(`${on}T02:00:00.000Z`);

/** Ids of the checklist or of an alternative, as material states. */
function ticked(rules: ItemRules, ids: string[], status: MaterialState['status']): MaterialState[] {
  return ids.map((id) => {
    const rule = rules.materials.find((one) => one.id === id || one.alternatives?.some((other) => other.id === id));
    if (!rule) throw new Error(`no material ${id}`);
    return { id: rule.id, status, ...(rule.id === id ? {} : { alternative: id }) };
  });
}

function valuesOf(input: Record<string, unknown>): Record<string, FormValue> {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      name === 'otherPlace' || name === 'roster' ? { code: String(value), name } : (value as FormValue),
    ]),
  );
}

/** What a situation of the catalogue says, as the messages that a case is sent. */
export class SituationScript {
  readonly rules: ItemRules;
  readonly start: CaseStart;
  private readonly hash: string;

  constructor(
    readonly situation: Situation,
    caseNo?: string,
  ) {
    const pinned = catalog.rules(situation.item);
    if (!pinned) throw new Error(`no item ${situation.item}`);
    this.rules = pinned.rules;
    this.hash = pinned.hash;
    this.start = { caseNo: caseNo ?? `${this.rules.agency}001202603020000010`, rules: this.rules, calendar };
  }

  /** Somebody of every post and unit; another name makes another person. */
  actor(id = 'everyone'): Actor {
    const { rules, situation } = this;
    // Whoever the form names, a hospital or a school, is among them.
    const named = Object.values(situation.form).filter((value) => typeof value === 'string');
    const units = [situation.office, ...catalog.units(rules.agency).map((unit) => unit.id), ...named];
    return { id, roles: posts, units, agency: rules.agency };
  }

  private facts(values: Record<string, string>, on: string): KnownFact[] {
    return this.rules.facts.map(({ id, accepted }) => ({
      id,
      value: values[id] ?? '',
      holds: accepted.includes(values[id] ?? ''),
      source: '核心业务平台',
      at: new Date(morningOf(on)).toISOString(),
    }));
  }

  opening(): OpenCommand {
    const { situation, rules } = this;
    return {
      actor: this.actor(),
      key: `open-${this.start.caseNo}`,
      bodyMac: 'open',
      officeId: situation.office,
      channel: situation.channel,
      ...(situation.variant === undefined ? {} : { variant: situation.variant }),
      applicant: {
        personId: 'p1',
        kind: situation.applicant ?? catalog.published(rules.code)?.applicantKinds[0]?.id ?? '',
        masked: '张*',
        subject: 's',
      },
      form: valuesOf(situation.form),
      materials: [
        ...ticked(rules, situation.materials, 'received'),
        ...ticked(rules, situation.shared ?? [], 'shared'),
        ...ticked(rules, situation.promised ?? [], 'promised'),
      ],
      facts: this.facts(situation.facts, situation.receivedOn),
      receivedOn: situation.receivedOn,
      rulesHash: this.hash,
      acceptNow: situation.atOnce === true,
    };
  }

  /** The act of a step, without key and version. */
  act(step: SituationStep): Pick<ActCommand, 'actor' | 'action' | 'input' | 'facts'> {
    const { materials, ...input } = step.input ?? {};
    const listed: ActCommand['input'] = Array.isArray(materials)
      ? { materials: ticked(this.rules, materials, 'received') }
      : {};
    return {
      actor: this.actor(step.by),
      action: step.act ?? '',
      input: { ...valuesOf(input), ...listed },
      ...(step.facts ? { facts: this.facts(step.facts, step.on) } : {}),
    };
  }
}
