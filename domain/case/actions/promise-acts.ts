import { mayAct } from '../../access';
import { isRunning } from '../clocks';
import { owedMaterials } from '../conditions';
import type { Draft } from '../draft';
import { ownersOf, partiesOf } from '../parties';
import { reasonField, textOf, type Act, type View } from './act';
import { materialsOfInput } from './materials-of-input';

/**
 * 告知承诺, 容缺受理: what the applicant promised to bring later is chased until it is there. It holds up neither the decision nor 办结; the guide
 * (YT-5.1: 事后补充) sets no limit, so the clock is the catalogue's own setting.
 */
const offered: Act['offered'] = ({ state }) =>
  state.acceptedOn !== undefined &&
  (state.outcome === undefined || state.outcome === 'completed') &&
  state.promiseEnded !== true &&
  owedMaterials(state).length > 0;

const guard =
  (action: string): Act['guard'] =>
  ({ state, actor }: View) => {
    const verdict = mayAct(actor, action, {
      agency: state.agency,
      unit: state.officeId,
      owners: ownersOf(state),
      parties: partiesOf(state),
    });
    return verdict === true ? undefined : verdict;
  };

const follows: Act['follows'] = ({ state }) => state.acceptedOn ?? state.receivedOn;

function endCommitment(draft: Draft, how: 'kept' | 'writtenOff', reason?: string): void {
  const materials =
    how === 'kept' ? [] : owedMaterials(draft.state).map(({ id }) => ({ id, status: 'missing' as const }));
  if (how === 'kept') draft.fact('promiseKept');
  for (const clock of Object.values(draft.state.clocks))
    if (clock.kind === 'commitment' && isRunning(clock)) draft.endClock(clock.id, draft.occasion.on, 'cancelled');
  draft.emit('commitmentEnded', { how, materials, ...(reason === undefined ? {} : { reason }) });
}

export const promiseActs: readonly Act[] = [
  {
    id: 'receivePromised',
    label: '收到承诺补交的材料',
    on: 'case',
    offered,
    input: ({ state }) => [
      {
        id: 'materials',
        label: '补交的材料',
        type: 'materials',
        required: true,
        options: owedMaterials(state).map(({ id, name }) => ({ value: id, label: name })),
      },
    ],
    guard: guard('receivePromised'),
    follows,
    apply(draft, command) {
      const owed = new Set(owedMaterials(draft.state).map(({ id }) => id));
      const brought = materialsOfInput(command.input.materials, draft.occasion.on).filter(
        ({ id, status }) => owed.has(id) && status !== 'promised',
      );
      draft.emit('materialsTicked', { materials: brought });
      if (owedMaterials(draft.state).length === 0) endCommitment(draft, 'kept');
      return undefined;
    },
  },
  {
    id: 'writeOffPromise',
    label: '承诺未兑现，登记结案',
    on: 'case',
    offered: (view) => offered(view) && view.state.outcome === 'completed',
    input: () => [reasonField(true)],
    guard: guard('writeOffPromise'),
    follows: ({ state }) => state.concludedOn ?? state.receivedOn,
    apply: (draft, command) => void endCommitment(draft, 'writtenOff', textOf(command, 'reason')) as undefined,
  },
];
