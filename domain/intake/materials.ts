import {
  conditionsHold,
  type ConditionScope,
  type IsoDate,
  type MaterialRule,
  type MaterialState,
} from '@due-process/contracts';
import { fault, isBlank, isRecord, type FieldFault } from './fault';

/**
 * The checklist as the window sends it: ids, or objects {id, received?, status?, alternative?}, or a map id → true / false. An id may be that of an
 * alternative, which stands for its line. What is not named is missing.
 */
export interface CheckedMaterials {
  /** One line for each material that this case asks for. */
  materials: MaterialState[];
  /** Only the lines the request named. */
  named: MaterialState[];
  faults: FieldFault[];
}

interface Entry {
  field: string;
  id: unknown;
  status?: unknown;
  received?: unknown;
  alternative?: unknown;
}

export function checkMaterials(
  rules: readonly MaterialRule[],
  given: unknown,
  at: { prefix: string; scope: ConditionScope; on: IsoDate },
): CheckedMaterials {
  const entries = entriesOf(given, at.prefix);
  if (!entries) return { materials: [], named: [], faults: [fault(at.prefix, 'WRONG_TYPE', '应为材料清单')] };
  const asked = rules.filter((rule) => conditionsHold(rule.when, at.scope));
  const faults: FieldFault[] = [];
  const named = new Map<string, MaterialState>();
  for (const entry of entries) {
    const line = readEntry(entry, rules, asked, at.on);
    if ('code' in line) faults.push(line);
    else if (named.has(line.id)) faults.push(fault(entry.field, 'REPEATED', '同一材料列了两次'));
    else named.set(line.id, line);
  }
  const materials = asked.map(({ id }): MaterialState => named.get(id) ?? { id, status: 'missing' });
  return { materials, named: [...named.values()], faults };
}

function entriesOf(given: unknown, prefix: string): Entry[] | undefined {
  if (given === undefined || given === null) return [];
  if (Array.isArray(given)) {
    return given.map((item: unknown, i): Entry => {
      const field = `${prefix}.${i}`;
      return isRecord(item) ? { ...item, id: item.id, field } : { field, id: item };
    });
  }
  if (!isRecord(given)) return undefined;
  return Object.entries(given).map(([id, value]): Entry => {
    const field = `${prefix}.${id.slice(0, 60)}`;
    return isRecord(value) ? { ...value, id, field } : { field, id, received: value };
  });
}

function readEntry(
  entry: Entry,
  rules: readonly MaterialRule[],
  asked: readonly MaterialRule[],
  on: IsoDate,
): MaterialState | FieldFault {
  const { field, id } = entry;
  const same = (rule: MaterialRule) => rule.id === id || (rule.alternatives ?? []).some((one) => one.id === id);
  const rule = asked.find(same);
  if (!rule) {
    const known = rules.some(same);
    return known ? fault(field, 'NOT_APPLICABLE', '此情形不收取该材料') : fault(field, 'UNKNOWN_FIELD', '没有这项材料');
  }
  if (entry.received !== undefined && typeof entry.received !== 'boolean') {
    return fault(field, 'WRONG_TYPE', '是否收到应为 true 或 false');
  }
  const status = entry.status ?? (entry.received === false ? 'missing' : 'received');
  if (status !== 'missing' && status !== 'received' && status !== 'shared' && status !== 'promised') {
    return fault(field, 'NOT_OFFERED', '材料状态应为 received、missing、shared 或 promised');
  }
  if (status === 'promised' && !rule.promisable) return fault(field, 'NOT_APPLICABLE', `${rule.name}不适用告知承诺`);
  if (status === 'shared' && !rule.shareable) return fault(field, 'NOT_APPLICABLE', `${rule.name}不能由数据共享取得`);
  const alternative = isBlank(entry.alternative) ? (rule.id === id ? undefined : id) : entry.alternative;
  if (alternative !== undefined && !(rule.alternatives ?? []).some((one) => one.id === alternative)) {
    return fault(field, 'NOT_OFFERED', `${rule.name}没有这种替代材料`);
  }
  if (status === 'missing') return { id: rule.id, status };
  return { id: rule.id, status, ...(typeof alternative === 'string' ? { alternative } : {}), on };
}
