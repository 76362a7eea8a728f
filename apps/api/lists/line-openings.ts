import type { SourceOpening } from '@due-process/contracts';
import type { ListKind, PushedLine } from './list.schemas';

/**
 * What each kind of line opens. The source is the person and what is granted once: the subsidy of a year (QD-8.1), the allowance of a birth (YT-8.5), so that
 * a second list about the same opens nothing.
 */
type Opening = (line: PushedLine) => SourceOpening;

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const person = ({ name, idNumber, phone }: PushedLine) => ({
  name,
  idType: 'identityCard',
  idNumber,
  ...(text(phone) ? { phone } : {}),
});
const office = ({ office: id }: PushedLine) => (text(id) ? { officeId: text(id) } : {});

const openings: Record<ListKind, Opening> = {
  aidSubsidy: (line) => ({
    source: { kind: 'pushedList', reference: `subsidy:${String(line.year)}` },
    itemCode: 'QD-8.1',
    channel: 'pushed',
    ...office(line),
    applicant: { kind: 'aidRecipient', ...person(line) },
    form: { aidCategory: line.category, subsidyYear: line.year, subsidyFen: line.amountFen },
    acceptNow: true,
  }),
  maternitySettlement: (line) => ({
    source: { kind: 'pushedList', reference: `birth:${text(line.bornOn)}` },
    itemCode: 'YT-8.5',
    channel: 'pushed',
    variant: 'inCity',
    ...office(line),
    applicant: { kind: 'employee', ...person(line) },
    form: {
      bornOn: line.bornOn,
      settledOn: line.settledOn,
      entitledFrom: line.entitledFrom,
      entitledDays: line.entitledDays,
      monthlyBaseFen: line.monthlyBaseFen,
      payTo: 'socialSecurityCard',
    },
    acceptNow: true,
  }),
};

export const openingOf = (kind: ListKind, line: PushedLine): SourceOpening => openings[kind](line);

/** Items that each kind of list opens; a list goes to the agency of its item. */
export const itemOf: Record<ListKind, string> = { aidSubsidy: 'QD-8.1', maternitySettlement: 'YT-8.5' };
