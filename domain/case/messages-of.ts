import type { CaseEvent, CaseState, MessageRow } from '@due-process/contracts';

type Draft = Omit<MessageRow, 'key'>;

const account = (id: string | undefined, state: CaseState, kind: string, text: string): Draft[] => [
  { to: id === undefined ? { unit: state.officeId } : { account: id }, kind, text, sms: false },
];
/** The person by telephone; the organisation that applied finds it in its inbox. */
const applicant = ({ organisation }: CaseState, kind: string, text: string): Draft[] => [
  { to: { applicant: true }, kind, text, sms: true },
  ...(organisation === undefined ? [] : [{ to: { unit: organisation }, kind, text, sms: false }]),
];

/** What an event makes people be told. Texts name the case by number and item, never a person. */
function messagesOfEvent(state: CaseState, event: CaseEvent): Draft[] {
  const head = `办件 ${state.caseNo}（${state.rules.name}）`;
  switch (event.type) {
    case 'taskHandedOver':
      return event.data.assignee === undefined && event.data.unit !== undefined
        ? [{ to: { unit: event.data.unit }, kind: event.type, text: `${head}已转到您所在科室`, sms: false }]
        : account(event.data.assignee, state, event.type, `${head}已转办给您`);
    case 'taskDelegated':
      return account(event.data.assignee, state, event.type, `${head}已委派给您`);
    case 'delegationReturned':
      return account(event.data.assignee, state, event.type, `${head}的委派已交回`);
    case 'cosignerAdded':
      return account(event.data.cosigner, state, event.type, `${head}请您加签`);
    case 'taskReminded': {
      const task = state.tasks[event.data.key];
      const text = `${head}被催办${event.data.text ? `：${event.data.text}` : ''}`;
      return [
        {
          to: task?.assignee ? { account: task.assignee } : { unit: task?.unit ?? state.officeId },
          kind: event.type,
          text,
          sms: false,
        },
      ];
    }
    case 'letterRefused':
      return [
        {
          to: { unit: state.officeId },
          kind: event.type,
          text: `${head}的函件 ${event.data.letterNo} 被退回`,
          sms: false,
        },
      ];
    case 'letterParked':
      return [
        {
          to: { unit: state.officeId },
          kind: event.type,
          text: `${head}收到尚不能处理的函件 ${event.data.letter.letterNo}`,
          sms: false,
        },
      ];
    case 'pauseLimitReached':
      return [{ to: { unit: state.officeId }, kind: event.type, text: `${head}的暂停已到期限`, sms: false }];
    case 'supplementRequested':
      return applicant(
        state,
        event.type,
        `您的办件${state.caseNo}需补正材料${event.data.missing.length}项，详见一次性告知书`,
      );
    case 'accepted':
      return applicant(state, event.type, `您的办件${state.caseNo}已受理`);
    case 'concluded':
      return applicant(state, event.type, `您的办件${state.caseNo}已办结，请查询结果`);
    default:
      return [];
  }
}

/** Unique in the case: event sequence and purpose, so that a repeated batch tells nobody twice. */
export const messagesOf = (state: CaseState, events: readonly CaseEvent[]): MessageRow[] =>
  events.flatMap((event) => messagesOfEvent(state, event).map((draft, i) => ({ ...draft, key: `${event.seq}-${i}` })));
