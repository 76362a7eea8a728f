import type { Role } from '@due-process/contracts';

/** The posts as they are called in the hall. */
export const roleWords: Readonly<Record<Role, string>> = {
  window: '窗口经办',
  review: '审核',
  secondReview: '复核',
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
  person: '个人',
  system: '系统',
};
