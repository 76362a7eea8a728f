/** The people of the demo, as the seed makes them: two agencies with the same posts, and those outside any agency. */
const posts = [
  ['window', '窗口经办'],
  ['window2', '窗口经办（第二人）'],
  ['review', '审核'],
  ['approve', '复核'],
  ['business', '业务相关人员'],
  ['deputy', '科室副职'],
  ['head', '科室负责人'],
  ['leader', '分管领导'],
  ['supervise', '督办'],
  ['finance', '基金财务'],
  ['catalog', '目录管理'],
];
const agencies = [
  ['yt', '烟台'],
  ['qd', '青岛'],
];
const others = [
  ['sys-admin', '系统管理员'],
  ['sec-admin', '安全管理员'],
  ['audit-admin', '审计管理员'],
  ...[
    ['', '烟台'],
    ['qd-', '青岛'],
  ].flatMap(([short, city]) => [
    [`${short}inst-demo`, `${city} 定点机构`],
    [`${short}employer-demo`, `${city} 用人单位`],
    [`${short}school-demo`, `${city} 学校`],
    [`${short}community-demo`, `${city} 村居、镇街`],
    [`${short}assessor-demo`, `${city} 评估、护理机构`],
  ]),
  ['agent-hospital-demo', '烟台 代传医疗机构'],
  ['qd-station-demo', '青岛 医保工作站'],
  ['person-demo', '个人'],
];

/** @returns {[account: string, meaning: string][]} */
export const demoPeople = () => [
  ...agencies.flatMap(([short, city]) => posts.map(([post, name]) => [`${short}-${post}`, `${city} ${name}`])),
  ...others,
];

/** @returns {string} a table for the terminal */
export const demoAccounts = () =>
  demoPeople()
    .map(([account, meaning]) => `  ${account.padEnd(16)}${meaning}`)
    .join('\n');
