import type { Derivation, IsoDate } from '@due-process/contracts';
import { ageOn, monthsBefore } from './age';

/** What a fact is derived from: the application, and the entry of the edition's dictionary that a field has chosen. */
export interface Derivable {
  form: Readonly<Record<string, unknown>>;
  receivedOn: IsoDate;
  /** Unknown for papers that do not carry it. */
  birth?: IsoDate;
  entryOf(
    field: string,
    dictionary: string,
  ): { name: string; says?: Readonly<Record<string, string | readonly string[]>> } | undefined;
}

export interface Derived {
  value: string;
  /** In words, for the person at the counter. */
  detail?: string;
  data?: Record<string, string | number>;
}

type Rules = { [Kind in Derivation['kind']]: (rule: Derivation & { kind: Kind }, about: Derivable) => Derived };

const unknown: Derived = { value: 'undetermined' };

const rules: Rules = {
  says({ field, of, word, words }, { entryOf }) {
    const entry = entryOf(field, of);
    const said = entry?.says?.[word];
    return entry && typeof said === 'string'
      ? { value: said, detail: [entry.name, words?.[said]].filter(Boolean).join('：'), data: { name: entry.name } }
      : unknown;
  },
  right({ field, of, word, by, byOf, rights }, { entryOf }) {
    const [asked, holder] = [entryOf(field, of), entryOf(by, byOf)];
    const wanted = asked?.says?.[word];
    if (!holder || typeof wanted !== 'string') return unknown;
    const right = rights.find((one) => [holder.says?.[one] ?? []].flat().includes(wanted));
    return { value: right ?? 'none', detail: `${holder.name}：${asked?.name ?? ''}`, data: { name: holder.name } };
  },
  age({ from }, { birth, receivedOn }) {
    if (birth === undefined || birth > receivedOn) return unknown;
    const age = ageOn(birth, receivedOn);
    return { value: age >= from ? 'older' : 'younger', detail: `${age} 周岁`, data: { age } };
  },
  recent({ field, months }, { form, receivedOn }) {
    const on = form[field];
    if (typeof on !== 'string') return unknown;
    const recent = on >= monthsBefore(receivedOn, months) && on <= receivedOn;
    return { value: recent ? 'recent' : 'outdated', detail: `${on}，在 ${months} 个月内` };
  },
};

/** What follows from the application by one rule; `undetermined` where what it needs is not there. Pure: the same application gives the same fact. */
export function derive(rule: Derivation, about: Derivable): Derived {
  const by = rules[rule.kind] as (rule: Derivation, about: Derivable) => Derived;
  return by(rule, about);
}
