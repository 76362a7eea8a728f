import {
  ERRORS,
  type CaseClass,
  type ClassCause,
  type ErrorCode,
  type RepairKind,
  type RungReceiver,
} from '@due-process/contracts';

/** The words of supervision as the trade uses them (督办, 滞留, 改派). */

export const classWords: Readonly<Record<CaseClass, string>> = {
  underRepair: '检修中',
  projectionBehind: '办理记录滞后',
  workerFailing: '办理程序出错',
  retrying: '出错重试中',
  activityRunning: '系统正在办理',
  nobodysTurn: '无人办理',
  waitingForAgency: '等待外地机构',
  waitingForTime: '等待期限',
  personsTurn: '有人在办',
};

/** Whom a rung of a ladder tells. */
export const receiverWords: Readonly<Record<RungReceiver, string>> = {
  holder: '承办人',
  head: '科室负责人',
  leader: '分管领导',
  supervise: '督办',
};

export const repairWords: Readonly<Record<RepairKind, string>> = {
  retryNow: '立即重试',
  returnInput: '退回更正后继续',
  reassign: '改派',
  skip: '跳过并说明理由',
  restartStep: '退回或重新开始环节',
  rebuild: '按办理记录重建流程',
  awaitRelease: '等待修复版本',
  terminate: '异常终止',
};

const causeWordsOf: Readonly<Record<Exclude<ClassCause, RepairKind | 'attempt'>, string>> = {
  runMissing: '系统原因滞留：流程已不在运行',
  noWait: '系统原因滞留：流程没有等待任何事项',
  unwritten: '系统原因滞留：办理记录未能写入',
  taskFailing: '系统原因滞留：办理程序出错',
  noWorker: '系统原因滞留：办理进程未运行',
  running: '系统正在办理',
  letter: '等待外地机构',
  until: '等待期限届满',
  applicant: '等待申请人补正',
  unclaimed: '无人认领',
  holderAway: '经办人休假',
  inHand: '经办人在办',
};

const isRepair = (cause: string): cause is RepairKind => Object.hasOwn(repairWords, cause);
const isPlain = (cause: string): cause is keyof typeof causeWordsOf => Object.hasOwn(causeWordsOf, cause);

/** Why a case is where it is, in one line for a supervisor; the engineer's detail stands beside it. */
export function causeWords(cause: string, failing?: { code: string | null; attempt: number | null }): string {
  if (cause === 'attempt') {
    const code = failing?.code ?? '';
    const words = Object.hasOwn(ERRORS, code) ? ERRORS[code as ErrorCode].title : '系统操作未成功';
    return `系统原因滞留：${words}，第 ${failing?.attempt ?? 1} 次重试中`;
  }
  if (isRepair(cause)) return `检修中：${repairWords[cause]}`;
  return isPlain(cause) ? causeWordsOf[cause] : cause;
}
