import type { CaseFile } from '../kernel/case-file';
import { agree, designate, publicNotice, trainAndCheck } from './designation-agreement';
import { assess } from './designation-steps';

/**
 * 医药机构申请定点协议管理，烟台 (YT-10.1, 10.2 四): one application among those of a round (集中办理). The round opens assessment, 公示 and list for
 * all together; between them each goes its own way, and whoever comes later goes on from where the round is.
 */
export async function designationRound(file: CaseFile): Promise<void> {
  await file.intake();
  const { input } = await file.round('assessment');
  const assessed = await assess(file, '');
  if (!assessed.passed) return file.conclude('rejected', `评估不合格（${assessed.score} 分），理由见评估结果告知书`);
  await file.round('notice');
  if (!(await publicNotice(file))) return;
  if (!(await agree(file))) return;
  await file.all([() => listed(file, input.period), () => trainAndCheck(file)]);
  await designate(file);
  file.conclude();
}

/** 向社会公布名单: one list a round; an agreement signed after it is added to the list on its own day. */
async function listed(file: CaseFile, round: unknown): Promise<void> {
  await file.round('list');
  file.document('designatedList', { round });
}
