import type { PushedListRule, SourceOpening } from '@due-process/contracts';
import { inputProblem } from '../platform/http/schema.pipe';
import type { PushedLine } from './list.schemas';

/**
 * What a line of a pushed list opens, as the catalogue says for its kind (QD-8.1 三, YT-8.5 三.1). The source is the person and what is granted once, so that a
 * second list about the same opens nothing.
 */
const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** @throws Problem `INPUT_INVALID` naming each member that is lacking */
export function openingOf(itemCode: string, rule: PushedListRule, line: PushedLine): SourceOpening {
  const lacking = rule.requires.filter((member) => text(line[member]) === '');
  if (lacking.length > 0)
    throw inputProblem(lacking.map((field) => ({ field, code: 'REQUIRED', message: '名单未载明' })));
  const { name, idNumber, phone, office } = line;
  const filled = Object.entries(rule.form).map(([field, member]) => [field, line[member]] as const);
  return {
    source: {
      kind: 'pushedList',
      reference: rule.reference.replace(/\{(\w+)\}/, (_whole, member: string) => text(line[member])),
    },
    itemCode,
    channel: rule.channel,
    ...(rule.variant ? { variant: rule.variant } : {}),
    ...(text(office) ? { officeId: text(office) } : {}),
    applicant: {
      kind: rule.applicantKind,
      name,
      idType: 'identityCard',
      idNumber,
      ...(text(phone) ? { phone } : {}),
    },
    form: { ...Object.fromEntries(filled.filter(([, value]) => value !== undefined)), ...rule.sets },
    acceptNow: true,
  };
}
