import type { FieldRule, FormValue } from '@due-process/contracts';
import { mayAct } from '../../access';
import { clockRule, missingMaterials } from '../conditions';
import { isRunning } from '../clocks';
import { conclude, latestFact } from '../ending';
import { isOpen } from '../initial-state';
import { ownersOf, partiesOf } from '../parties';
import { endPause, openPause } from '../pauses';
import { sendBack, sendBackRefusal } from '../send-back';
import { supply } from '../supplement';
import { reasonField, refuse, textOf, type Act, type View } from './act';
import { materialsOfInput } from './materials-of-input';
import { limitOver } from './stage-acts';

/** By post and place, for acts aimed at the case: its office is the unit, the holder of any open task counts as its holder. */
function who(view: View, action: string) {
  const { state, actor } = view;
  const held = Object.values(state.tasks).find((task) => task.assignee === actor.id) ?? Object.values(state.tasks)[0];
  const verdict = mayAct(actor, action, {
    agency: state.agency,
    unit: held?.unit ?? state.officeId,
    assignee: held?.assignee,
    stageRole: action === 'extend' ? state.rules.extension?.role : held?.role,
    owners: ownersOf(state),
    parties: partiesOf(state),
  });
  return verdict === true ? undefined : verdict;
}

type CaseActSpec = Omit<Act, 'on' | 'guard' | 'follows' | 'input'> & {
  input?: Act['input'];
  guard?: Act['guard'];
  follows?: Act['follows'];
};

const caseAct = (spec: CaseActSpec): Act => ({
  on: 'case',
  input: () => [],
  follows: ({ state }) => state.receivedOn,
  ...spec,
  guard: (view) => who(view, spec.id) ?? spec.guard?.(view),
});

const openPauses = (state: View['state']) => state.pauses.filter((pause) => pause.endedOn === undefined);

/** 补正 is opened by its notice and ended by its receipt alone. */
const resumable = (state: View['state']) => openPauses(state).filter((pause) => pause.cause !== 'supplement');

/** Causes that would stop a running clock now, and for which time is not standing still already. */
const pausable = (state: View['state']) => {
  const open = new Set(['supplement', ...openPauses(state).map((pause) => pause.cause)]);
  const stopping = Object.values(state.clocks)
    .filter(isRunning)
    .flatMap((clock) => clockRule(state, clock.id).stoppedBy);
  return state.rules.pauses.filter(({ cause }) => !open.has(cause) && stopping.includes(cause));
};

/** Asked for only where the cause needs a document. */
function documentNumber(state: View['state']): FieldRule[] {
  const causes = pausable(state).filter((rule) => rule.needsDocument);
  const when = [{ field: 'input.cause', in: causes.map((rule) => rule.cause) }];
  if (causes.length === 0) return [];
  return [{ id: 'documentNo', label: '文书号', type: 'text', required: true, maxLength: 60, when }];
}

/** Acts on the case as a whole. */
export const caseActs: readonly Act[] = [
  caseAct({
    id: 'saveForm',
    label: '保存',
    offered: ({ state }) => isOpen(state) && state.acceptedOn === undefined,
    input: () => [
      { id: 'form', label: '表单', type: 'form' },
      { id: 'materials', label: '材料', type: 'materials' },
    ],
    apply(draft, command) {
      const { form, materials } = command.input;
      if (form && typeof form === 'object')
        draft.emit('formSaved', { form: form as unknown as Record<string, FormValue> });
      const rows = materialsOfInput(materials, draft.occasion.on);
      if (rows.length > 0) supply(draft, rows);
      return undefined;
    },
  }),
  caseAct({
    id: 'receiveSupplement',
    label: '收到补正材料',
    offered: ({ state }) => isOpen(state) && state.openNotice !== undefined,
    input: ({ state }) => [
      {
        id: 'materials',
        label: '补正的材料',
        type: 'materials',
        required: missingMaterials(state).length > 0,
        options: missingMaterials(state).map(({ id, name }) => ({ value: id, label: name })),
      },
    ],
    follows: ({ state }) => state.openNotice?.requestedOn ?? state.receivedOn,
    apply(draft, command) {
      supply(draft, materialsOfInput(command.input.materials, draft.occasion.on));
      return undefined;
    },
  }),
  caseAct({
    id: 'closeUnsupplemented',
    label: '逾期未补正，终止',
    offered: ({ state }) => isOpen(state) && state.openNotice !== undefined && state.acceptedOn === undefined,
    guard: limitOver,
    follows: ({ state }) => latestFact(state),
    apply: (draft) => void conclude(draft, 'notAccepted', '逾期未补正材料') as undefined,
  }),
  caseAct({
    id: 'cancelApplication',
    label: '撤销申请',
    offered: ({ state }) => isOpen(state),
    input: () => [reasonField(true)],
    follows: ({ state }) => latestFact(state),
    apply: (draft, command) => void conclude(draft, 'cancelled', textOf(command, 'reason')) as undefined,
  }),
  caseAct({
    id: 'pauseClock',
    label: '暂停计时',
    offered: ({ state }) => isOpen(state) && state.acceptedOn !== undefined && state.rules.pauses.length > 0,
    input: ({ state }) => [
      {
        id: 'cause',
        label: '事由',
        type: 'choice',
        required: true,
        options: pausable(state).map(({ cause, name }) => ({ value: cause, label: name })),
      },
      ...documentNumber(state),
      reasonField(true),
    ],
    guard: ({ state }) => (pausable(state).length > 0 ? undefined : refuse('ACTION_NOT_ALLOWED', '没有可暂停的时限')),
    follows: ({ state }) => state.acceptedOn ?? state.receivedOn,
    apply(draft, command) {
      const cause = textOf(command, 'cause') ?? '';
      if (!draft.state.rules.pauses.some((one) => one.cause === cause))
        return refuse('PAUSE_CAUSE_UNKNOWN', '该事项没有此暂停事由');
      const rule = pausable(draft.state).find((one) => one.cause === cause);
      if (!rule) return refuse('ACTION_NOT_ALLOWED', '此事由已在暂停，或没有可由其暂停的时限');
      const documentNo = textOf(command, 'documentNo');
      if (rule.needsDocument && !documentNo) return refuse('ACTION_NOT_ALLOWED', '此事由须填写文书号');
      openPause(draft, cause, { documentNo, reason: textOf(command, 'reason') });
      return undefined;
    },
  }),
  caseAct({
    id: 'resumeClock',
    label: '恢复计时',
    offered: ({ state }) => isOpen(state) && resumable(state).length > 0,
    input: ({ state }) => [
      {
        id: 'pauseId',
        label: '暂停记录',
        type: 'choice',
        options: resumable(state).map(({ id, cause, openedOn }) => {
          const name = state.rules.pauses.find((rule) => rule.cause === cause)?.name ?? cause;
          return { value: id, label: `${name} ${openedOn}` };
        }),
      },
    ],
    apply(draft, command) {
      const asked = textOf(command, 'pauseId');
      const pause = resumable(draft.state).find((one) => asked === undefined || one.id === asked);
      if (!pause) return refuse('PAUSE_UNKNOWN', '没有这条暂停记录');
      if (draft.occasion.on < pause.openedOn)
        return refuse('DATE_BEFORE_FACT', `日期不能早于${pause.openedOn}`, { follows: pause.openedOn });
      endPause(draft, pause.id);
      return undefined;
    },
  }),
  caseAct({
    id: 'extend',
    label: '延期',
    offered: ({ state }) => isOpen(state) && state.rules.extension !== undefined && state.acceptedOn !== undefined,
    input: () => [reasonField(true)],
    guard({ state }) {
      const clock = state.rules.extension && state.clocks[state.rules.extension.clock];
      if (state.extensions > 0) return refuse('EXTENSION_USED', '已延期一次，不能再延');
      return clock && isRunning(clock) ? undefined : refuse('ACTION_NOT_ALLOWED', '没有可延的时限');
    },
    apply(draft, command) {
      const { extension } = draft.state.rules;
      const clock = extension && draft.state.clocks[extension.clock];
      if (!clock) return refuse('ACTION_NOT_ALLOWED', '没有可延的时限');
      const extendedBy = clock.extendedBy + extension.quantity;
      draft.document('extensionNotice', { reason: textOf(command, 'reason') ?? '' });
      draft.emit('clockRedated', {
        id: clock.id,
        dueOn: draft.dueDateWith(clock, extendedBy),
        calendarVersion: draft.state.calendar.version,
        cause: 'extension',
        extendedBy,
      });
      return undefined;
    },
  }),
  caseAct({
    id: 'withdraw',
    label: '撤回',
    offered: ({ state }) => isOpen(state) && state.reversible !== undefined,
    guard: ({ state, actor }) =>
      state.reversible?.by === actor.id
        ? sendBackRefusal(state, state.reversible.key)
        : refuse('STEP_NOT_YOURS_TO_WITHDRAW', '只能撤回本人刚办理的一步'),
    follows: ({ state }) => state.steps[state.reversible?.key ?? '']?.on ?? state.receivedOn,
    apply: (draft) => sendBack(draft, draft.state.reversible?.key ?? '', undefined, true),
  }),
  caseAct({
    id: 'note',
    label: '备注',
    offered: ({ state }) => !state.ended,
    input: () => [{ id: 'text', label: '内容', type: 'longText', required: true, maxLength: 1000 }],
    apply: (draft, command) => void draft.emit('noteAdded', { text: textOf(command, 'text') ?? '' }) as undefined,
  }),
  caseAct({
    id: 'serve',
    label: '送达',
    offered: ({ state }) => !isOpen(state) && state.servedOn === undefined,
    follows: ({ state }) => state.concludedOn ?? state.receivedOn,
    apply: (draft) => void draft.emit('served', { servedOn: draft.occasion.on, how: 'recorded' }) as undefined,
  }),
  caseAct({
    id: 'terminate',
    label: '异常终止',
    offered: ({ state }) => isOpen(state),
    input: () => [reasonField(true)],
    follows: ({ state }) => latestFact(state),
    apply: (draft, command) => void conclude(draft, 'terminated', textOf(command, 'reason')) as undefined,
  }),
];
