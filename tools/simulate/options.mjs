/** Options as people write them: `--accepted 2026-01-05 --supplement 2026-01-09..2026-01-21 --result fail`. */
const dates = {
  received: '收件日期（不写即受理日期）',
  accepted: '受理日期',
  supplement: '补正：告知日期..收到日期',
  delivered: '评估结果送达日期（不写即时限末日）',
  'second-request': '申请再次评估的日期（不写即期限末日）',
  'second-delivered': '再次评估结果送达日期（不写即时限末日）',
  objection: '公示异议：提出日期..处理日期',
  signed: '签订协议的日期（不写即公示期满次日）',
};
const choices = { result: ['pass', 'fail'], 'second-result': ['pass', 'fail', 'none'] };

export const usage = `npm run simulate -- 事项代码 [--situation 情形编号] [选项]
${Object.entries(dates)
  .map(([name, words]) => `  --${name}  ${words}`)
  .join('\n')}
  --result pass|fail  评估结果
  --second-result pass|fail|none  再次评估结果；none 为未申请`;

const day = /^\d{4}-\d{2}-\d{2}$/;
const span = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;

/** @throws Error that says what is wrong with what was written */
export function readOptions([code, ...words]) {
  if (!code || code.startsWith('--')) throw new Error(usage);
  const options = { code };
  for (let at = 0; at < words.length; at += 2) {
    const name = words[at]?.replace(/^--/, '');
    const value = words[at + 1] ?? '';
    if (name === 'situation') options.situation = value;
    else if (name in choices) {
      if (!choices[name].includes(value)) throw new Error(`--${name} 应为 ${choices[name].join('、')}`);
      options[name] = value;
    } else if (name === 'supplement' || name === 'objection') {
      const [, from, to] = span.exec(value) ?? [];
      if (!from || from > to) throw new Error(`--${name} 应写作 2026-01-09..2026-01-21 的样子`);
      options[name] = { from, to };
    } else if (name in dates) {
      if (!day.test(value)) throw new Error(`--${name} 应为日期，写作 2026-01-05 的样子`);
      options[name] = value;
    } else throw new Error(`没有选项 --${name}\n${usage}`);
  }
  return options;
}
