import { eventWords, isTold } from '@due-process/domain';
import { Problem } from '../platform/errors/problem';
import type { CaseReader } from './case-reader';
import type { Directory } from './directory';

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
const mostChanges = 20;

/** CASE_VERSION_CONFLICT with who changed what and when since the version that the client saw. */
export async function versionConflict(
  reader: CaseReader,
  directory: Directory,
  caseNo: string,
  expectedVersion: number,
): Promise<Problem> {
  const found = await reader.find(caseNo);
  if (!found) return new Problem('CASE_VERSION_CONFLICT');
  const { events, state } = found;
  const since = events.filter((event) => event.version > expectedVersion && isTold(event));
  // What one command brought about is one change, called after its first event: 受理, and not the clock that it started.
  const heads = since.filter((event, at) => at === 0 || event.command?.key !== since[at - 1]?.command?.key);
  const nameOf = await directory.displayNames(heads.map((event) => event.by));
  const changes = heads.map((event) => ({
    seq: event.seq,
    type: event.type,
    label: eventWords(event, state, nameOf).label,
    by: { id: event.by, name: nameOf(event.by) },
    at: event.recordedAt,
  }));
  const last = changes.findLast((change) => change.by.id !== 'system') ?? changes.at(-1);
  const detail = last
    ? `${last.by.name} 于 ${clock.format(new Date(last.at))} 办理了“${last.label}”，请核对后重试`
    : '您看到的不是办件的最新内容，请刷新后重试';
  return new Problem('CASE_VERSION_CONFLICT', {
    detail,
    data: { version: state.version, changes: changes.slice(-mostChanges) },
  });
}
