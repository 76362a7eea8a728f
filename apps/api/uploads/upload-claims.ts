import type { MaterialRule } from '@due-process/contracts';
import { isRecord, type FieldFault } from '@due-process/domain';
import type { Claim } from './upload.store';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Files a case may be given at once. */
const most = 200;

/** `uploads: {materialId: [uploadId]}` of a registration or a supplement; an upload belongs to one line. */
export function readClaims(
  given: unknown,
  materials: readonly Pick<MaterialRule, 'id'>[],
): { claims: Claim[]; faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  const claims: Claim[] = [];
  if (given === undefined || given === null) return { claims, faults };
  const bad = (field: string, code: FieldFault['code'], message: string) => faults.push({ field, code, message });
  if (!isRecord(given)) return { claims, faults: [{ field: 'uploads', code: 'WRONG_TYPE', message: '应为对象' }] };
  for (const [materialId, ids] of Object.entries(given)) {
    const line = `uploads.${materialId.slice(0, 60)}`;
    if (!materials.some(({ id }) => id === materialId)) bad(line, 'UNKNOWN_FIELD', '没有这项材料');
    else if (!Array.isArray(ids)) bad(line, 'WRONG_TYPE', '应为上传文件编号的列表');
    else
      ids.forEach((id: unknown, i) => {
        const field = `${line}.${i}`;
        if (typeof id !== 'string' || !uuid.test(id)) bad(field, 'FORMAT', '上传文件编号有误');
        else if (claims.some((claim) => claim.id === id.toLowerCase())) bad(field, 'REPEATED', '同一文件列了两次');
        else claims.push({ id: id.toLowerCase(), materialId, field });
      });
  }
  if (claims.length > most) bad('uploads', 'TOO_LONG', `一次最多 ${most} 个文件`);
  return { claims, faults };
}

export const claimFaults = (refused: readonly Claim[]): FieldFault[] =>
  refused.map(({ field }) => ({ field, code: 'NOT_VALID', message: '文件不存在或已用于其他办件，请重新上传' }));
