/**
 * 机构初筛 of long-term care (QD-11 四（二）). 失能: the ADL score is at most 60, at most 65 from the 85th full year of life; without records the opinion of a
 * 医保医师 stands in their place. 失智: MMSE at most 9, sealed by the hospital's insurance office, with papers of a physician of 神经内科, 心理科 or 精神科 of a
 * hospital that counts in the district.
 */
export interface ScreeningLimits {
  adl: number;
  /** For those who have reached the age that the item names. */
  adlOlder: number;
  mmse: number;
}

export interface Screened {
  passed: boolean;
  /** Every reason why it was not passed, in words for the applicant. */
  reasons: string[];
}

export interface ScreeningFacts {
  kind: 'disability' | 'dementia';
  older: boolean;
  /** The class of the hospital counts in the applicant's district. */
  hospitalCounts: boolean;
}

type Input = Readonly<Record<string, unknown>>;

export const adlLimit = (limits: ScreeningLimits, older: boolean): number => (older ? limits.adlOlder : limits.adl);

export function screen(
  input: Input,
  { kind, older, hospitalCounts }: ScreeningFacts,
  limits: ScreeningLimits,
): Screened {
  const reasons =
    kind === 'disability' ? disability(input, adlLimit(limits, older)) : dementia(input, limits.mmse, hospitalCounts);
  return { passed: reasons.length === 0, reasons };
}

const said = (value: unknown): boolean => value === true;
const score = (value: unknown): number => (typeof value === 'number' ? value : Infinity);

function disability({ adlScore }: Input, most: number): string[] {
  return score(adlScore) <= most
    ? []
    : [`《日常生活能力评定量表（ADL 量表）》评分 ${text(adlScore)} 分，高于 ${most} 分`];
}

function dementia({ mmseScore, mmseSealed, specialist }: Input, most: number, hospitalCounts: boolean): string[] {
  return [
    ...(hospitalCounts ? [] : ['疾病诊断资料不是由规定级别的医院出具']),
    ...(said(specialist) ? [] : ['疾病诊断资料不是由神经内科、心理科、精神科专业医生出具']),
    ...(said(mmseSealed) ? [] : ['《中文简易智能精神状态检查量表（MMSE 量表）》未经医保办盖章']),
    ...(score(mmseScore) <= most
      ? []
      : [`《中文简易智能精神状态检查量表（MMSE 量表）》评分 ${text(mmseScore)} 分，高于 ${most} 分`]),
  ];
}

const text = (value: unknown): string => (typeof value === 'number' ? String(value) : '——');
