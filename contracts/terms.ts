import type { Role } from './people';

/** The posts as they are called in the hall. */
export const roleNames: Readonly<Record<Role, string>> = {
  window: '窗口经办',
  review: '审核',
  secondReview: '复核',
  deputyHead: '科室副职',
  head: '科室负责人',
  leader: '分管领导',
  supervise: '督办',
  finance: '基金财务',
  catalog: '目录管理',
  systemAdmin: '系统管理员',
  securityAdmin: '安全管理员',
  auditAdmin: '审计管理员',
  institution: '定点机构',
  employer: '用人单位',
  school: '学校',
  community: '村居、镇街',
  assessor: '评估、护理机构',
  workstation: '医保工作站',
  person: '个人',
  system: '系统',
};

/** People of an agency who handle cases. The three administrators are not among them: their duties are separate by law. */
export const businessRoles = [
  'window',
  'review',
  'secondReview',
  'deputyHead',
  'head',
  'leader',
  'supervise',
  'finance',
] as const satisfies readonly Role[];

/** Those outside every agency who apply, and do their part in what concerns their organisation. */
export const outsideRoles = [
  'institution',
  'employer',
  'school',
  'community',
  'assessor',
  'workstation',
  'person',
] as const satisfies readonly Role[];
export type OutsideRole = (typeof outsideRoles)[number];

const outside: ReadonlySet<Role> = new Set(outsideRoles);
export const isOutsideRole = (role: Role): role is OutsideRole => outside.has(role);
