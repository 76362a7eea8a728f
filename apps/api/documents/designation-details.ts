import type { CaseState, DocumentState, FieldRule } from '@due-process/contracts';
import type { Details } from '@due-process/documents';

type Of<Type extends Details['type']> = Extract<Details, { type: Type }>;
type Data = Readonly<Record<string, unknown>>;

const text = (data: Data, name: string): string => (typeof data[name] === 'string' ? data[name] : '');
const number = (data: Data, name: string): number => Number(data[name] ?? 0);

/** Fields of one action of a stage, as the item's rules have them. */
const fieldsOf = (state: CaseState, stage: string, action: string): FieldRule[] =>
  state.rules.stages.find(({ id }) => id === stage)?.actions.find(({ id }) => id === action)?.input ?? [];

const optionWords = (fields: readonly FieldRule[], field: string, value: string): string =>
  fields.find(({ id }) => id === field)?.options?.find((one) => one.value === value)?.label ?? value;

/** 评估结果告知书, 送达回证, 公示, 协议, 名单, from what the story settled. Nothing for another document. */
export function designationDetails(document: DocumentState, state: CaseState): Details | undefined {
  const { type, data } = document;
  switch (type) {
    case 'assessmentNotice':
      return assessment(data, state);
    case 'deliveryReceipt':
      return delivery(data, state);
    case 'publicNotice': {
      const clock = state.clocks.publicNotice;
      const from = clock?.startedOn ?? document.issuedOn;
      return { type, from, to: clock?.dueOn ?? from, days: number(data, 'days') };
    }
    case 'agreement': {
      const fields = fieldsOf(state, 'negotiate', 'agreeTerms');
      const terms = fields.map(({ id, label }): [string, string] => [label, text(data, id)]);
      const [from, to] = [text(data, 'agreementFrom'), text(data, 'agreementTo')];
      return { type, terms, signedOn: text(data, 'signedOn'), from, to, meetings: number(data, 'meetings') };
    }
    case 'designatedList':
      return { type, kind: state.rules.name.replace('申请定点协议管理', ''), since: document.issuedOn };
    default:
      return undefined;
  }
}

function assessment(data: Data, state: CaseState): Of<'assessmentNotice'> {
  const fields = fieldsOf(state, 'assess', 'recordAssessment');
  const second = data.second === true;
  const passed = data.passed === true;
  const remedies = state.rules.clocks.some(({ id }) => id === 'remedy');
  return {
    type: 'assessmentNotice',
    second,
    passed,
    score: number(data, 'score'),
    passMark: number(data, 'passMark'),
    scores: fields
      .filter(({ id }) => id.startsWith('score'))
      .map(({ id, label }): [string, number] => [label, number(data, id)]),
    assessor: optionWords(fields, 'assessor', text(data, 'assessor')),
    assessorNames: text(data, 'assessorNames'),
    paperOn: text(data, 'paperOn'),
    siteOn: text(data, 'siteOn'),
    reasons: text(data, 'reasons'),
    advice: text(data, 'advice'),
    ...(passed || !remedies ? {} : { onward: onward(second) }),
  };
}

/** QD-9.1、9.2 四（六）. */
const onward = (second: boolean): string =>
  second
    ? '再次评估仍不合格，自本告知书送达之日起1年内不得再次申请。'
    : '自本告知书送达之日起，整改3个月后可申请再次组织评估；评估仍不合格的，1年内不得再次申请。';

function delivery(data: Data, state: CaseState): Of<'deliveryReceipt'> {
  const served = state.documents.find(({ documentNo }) => documentNo === data.of);
  const fields = fieldsOf(state, 'deliverResult', 'recordDelivery');
  return {
    type: 'deliveryReceipt',
    servedName: served?.name ?? '评估结果告知书',
    servedNo: text(data, 'of'),
    method: optionWords(fields, 'method', text(data, 'method')),
    receivedBy: text(data, 'receivedBy'),
    deliveredOn: text(data, 'deliveredOn'),
  };
}
