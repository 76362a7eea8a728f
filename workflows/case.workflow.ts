import {
  ApplicationFailure,
  CancellationScope,
  condition,
  continueAsNew,
  defineQuery,
  defineUpdate,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import {
  QUERY_STATE,
  UPDATE_ACT,
  UPDATE_OPEN,
  UPDATE_TELL,
  type ActCommand,
  type CaseStart,
  type CaseState,
  type CommandAnswer,
  type OpenCommand,
  type Outcome,
  type OutsideMessage,
} from '@due-process/contracts';
import { keepAlarm } from './kernel/alarm';
import { CaseFile } from './kernel/case-file';
import { storyOf } from './stories';

export const open = defineUpdate<CommandAnswer, [OpenCommand]>(UPDATE_OPEN);
export const act = defineUpdate<CommandAnswer, [ActCommand]>(UPDATE_ACT);
export const tell = defineUpdate<CommandAnswer, [OutsideMessage]>(UPDATE_TELL);
export const stateQuery = defineQuery<CaseState>(QUERY_STATE);

/** History events after which a run is continued as new, unless the server suggests it earlier. */
const CONTINUE_AFTER = 2000;

export interface CaseResult {
  caseNo: string;
  outcome: Outcome;
}

/** One case (办件). Its whole life is one workflow; what differs between items is the story and the rules it was started with. */
export async function caseWorkflow(start: CaseStart): Promise<CaseResult> {
  const file = new CaseFile(start);
  setHandler(open, (command) => shielded(() => file.open(command)));
  setHandler(act, (command) => shielded(() => file.act(command)), { validator: (command) => file.refuse(command) });
  setHandler(tell, (message) => shielded(() => file.tell(message)));
  setHandler(stateQuery, () => file.state);

  return shielded(() => Promise.race([file.keepJournal(), keepAlarm(file), file.keepCalendar(), life(file, start)]));
}

/** A case ends by acts of people and by time (撤销申请, 异常终止, 送达): the engine's own request to cancel is no such act and is not heard. */
const shielded = <T>(work: () => Promise<T>): Promise<T> => CancellationScope.nonCancellable(work);

/** Opening → story → service. A run whose opening never arrives fails, so that the same number can be opened again. */
async function life(file: CaseFile, start: CaseStart): Promise<CaseResult> {
  if (!(await condition(() => file.opened, '1 minute')))
    throw ApplicationFailure.nonRetryable('the opening never arrived', 'CASE_NEVER_OPENED');
  const story = storyOf(file.state.rules.story);
  let failed: { reason: unknown } | undefined;
  void file.play(() => story(file)).catch((reason: unknown) => (failed = { reason }));
  const mayEnd = (): boolean => failed !== undefined || (file.atRest && (file.over || isLong(file, start)));
  // Between the condition and this line another message of the same task may have moved the case again.
  while (!mayEnd()) await condition(mayEnd);
  if (failed) throw failed.reason;
  if (file.over) return { caseNo: file.state.caseNo, outcome: file.state.outcome as Outcome };
  return continueAsNew<typeof caseWorkflow>({ ...start, state: file.state, reason: 'continued' });
}

function isLong(file: CaseFile, { continueAfter = CONTINUE_AFTER }: CaseStart): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return file.batches > 0 && (continueAsNewSuggested || historyLength > continueAfter);
}
