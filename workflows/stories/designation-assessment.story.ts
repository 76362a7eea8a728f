import type { IsoDate, StepResult } from '@due-process/contracts';
import { dueDate, shanghaiDate } from '@due-process/domain';
import type { CaseFile } from '../kernel/case-file';
import { now } from '../kernel/case-run';
import { agree, designate, publicNotice } from './designation-agreement';
import { assess, deliver } from './designation-steps';

/**
 * 医药机构申请定点协议管理，青岛 (QD-9.1, 9.2 四): accepted at once, materials checked, assessed; 不合格 → three months to put it right and one more
 * assessment on request; 不合格 again → no application for a year. What follows 合格 is our setting: the guide prints it only for 烟台.
 */
export async function designationAssessment(file: CaseFile): Promise<void> {
  await file.intake();
  await file.task('checkMaterials');
  const first = await assess(file, '');
  await deliver(file, '', 'resultDelivered', first);
  if (!first.passed && !(await secondAssessment(file))) return;
  if (!(await publicNotice(file))) return;
  if (await agree(file)) {
    file.document('designatedList');
    await designate(file);
    file.conclude();
  }
}

/** 整改3个月后可再次组织评估: once, and only when it is asked for in time. */
async function secondAssessment(file: CaseFile): Promise<boolean> {
  file.fact('remedyOrdered');
  await file.until('remedy');
  file.fact('remedyEnded');
  const asked = await requestedInTime(file);
  const late = file.state.clocks.secondRequest?.state === 'overrun';
  if (late || asked.action !== 'requestSecondAssessment') {
    const reason = '整改期满后未在期限内申请再次评估';
    if (file.params.unrequested === 'banned') await ban(file, reason);
    file.conclude('rejected', reason);
    return false;
  }
  const second = await assess(file, ':second');
  const on = await deliver(file, ':second', 'secondResultDelivered', second);
  if (second.passed) return true;
  const until = await ban(file, '再次评估仍不合格');
  file.conclude('rejected', `再次评估仍不合格，${on} 起 1 年内（至 ${until}）不得再次申请`);
  return false;
}

/**
 * Nobody need close what was not asked for in time: the limit's end does. Where that end had passed already when the work was opened, the case was brought over from
 * paper; its request may still have to be entered with its true day, and a person closes it.
 */
function requestedInTime(file: CaseFile): Promise<StepResult> {
  const { clocks, tasks, rules, calendar } = file.state;
  const limit = rules.clocks.find(({ id }) => id === 'secondRequest');
  const start = clocks.remedy?.dueOn;
  if (!limit || !start) throw new Error(`no clock secondRequest in ${rules.code}`);
  const { quantity, unit } = limit;
  const due = clocks.secondRequest?.dueOn ?? dueDate({ start, quantity, unit, calendar });
  const openedOn = shanghaiDate(tasks.requestSecond?.openedAt ?? now());
  return openedOn <= due ? file.taskWithin('requestSecond', 'secondRequest') : file.task('requestSecond');
}

/** The year without application: a clock of the case that goes on after its end, and a row that the next application meets. */
async function ban(file: CaseFile, reason: string): Promise<IsoDate> {
  file.fact('applicationBarred');
  const { ban: clock } = file.state.clocks;
  if (!clock) throw new Error(`no clock ban in ${file.state.rules.code}`);
  const { startedOn: from, quantity, unit, dueOn: until } = clock;
  const itemCodes = [file.state.rules.code];
  await file.effect('restrictApplicant', { itemCodes, from, quantity, unit, until, reason });
  return until;
}
