import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireSource, root } from './from-source.mjs';
import { sharesOf } from './guides/shares.mjs';

/**
 * `npm run items`, and by itself after `npm test -- walks`: docs/items.md, one line for each item: how much of its section is transcribed, what was walked over HTTP, printed and seen on
 * the screen. What was seen stands in docs/seen.json, which the walks write.
 */
const seenFile = join(root, 'docs', 'seen.json');
const { checkCatalog } = requireSource('catalog', 'check', 'index.ts');
const { seenTable } = requireSource('catalog', 'check', 'seen.ts');

const seen = JSON.parse(readFileSync(seenFile, 'utf8'));
const shares = sharesOf();
if (shares)
  seen.transcribed = Object.fromEntries(Object.entries(shares.table).map(([code, { share }]) => [code, share]));
const checked = checkCatalog();
const table = seenTable(checked, seen);
const columns = ['事项', '名称', '路径', '录入', '情形走通', '特别分支走通', '不能当日走的', '打印文书', '页面'];
const rows = Object.entries(table.rows).map(([code, row]) => [
  code,
  row.name,
  row.story,
  row.transcribed,
  row.walked,
  row.branches,
  row.unwalkable,
  row.printed,
  row.screen,
]);
const line = (cells) => `| ${cells.join(' | ')} |`;
const text = `# 事项一览

由 \`npm test -- walks\` 生成，不要手改。录入：指南本节的事实有多少能在目录中找到（\`npm run check:guides\`）。情形：\`catalog/cases\` 中的情形有多少在运行的系统上
只凭公布的操作经 HTTP 走完，文书逐份打印；特别分支是其中“正常、缺材料、不予受理、逾期”以外的。页面：在浏览器中登记页和办件页都看过。最近一次：${table.lastOn}。

${line(columns)}
${line(columns.map(() => '---'))}
${rows.map(line).join('\n')}

合计：情形 ${table.total.walked}，特别分支 ${table.total.branches}，页面 ${table.total.screen}。

## 没有走通的

${table.failed.length === 0 ? '没有。' : table.failed.map((one) => `- ${one}`).join('\n')}

## 不能当日走的

只由工作流自己的运行器按情形的日期走过（\`workflows/stories/situations.spec.ts\`）。

${table.unwalkable.length === 0 ? '没有。' : table.unwalkable.map((one) => `- ${one}`).join('\n')}
`;
writeFileSync(join(root, 'docs', 'items.md'), text);
writeFileSync(seenFile, `${JSON.stringify(seen, null, 1)}\n`);
console.log(`docs/items.md: ${table.total.walked} situations walked`);
