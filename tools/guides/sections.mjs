/**
 * A guide's text cut into the sections of its items. Every section begins with 一、事项名称; the numbers stand in the table of contents, in the same
 * order (the body of the guide of 烟台 prints none).
 */
const begins = /^一、\s*事项名称/;
/** One heading of the text is printed with a point: “八. 服务质量及满意度测评”. */
const heading = /^([一二三四五六七八九十]+)[、.．]\s*(\S.*)$/;
/** Titles that a section's parts have, so that a numbered sentence is no heading. */
const titles =
  /事项名称|服务对象|办理方式|办理流程|申办材料|办理时限|查询|监督电话|服务质量|政策依据|办理条件|业务咨询|注意事项|评价渠道/;

/** @returns {string[]} the numbers of the items: chapters that have parts are no items themselves */
export function itemNumbers(lines) {
  const first = lines.findIndex((line) => begins.test(line));
  const from = lines.findIndex((line) => /目\s*录/.test(line));
  const numbers = [];
  for (const line of lines.slice(from, first)) {
    const found = /^(\d+(?:\.\d+)?)\.?\s*\D.*[\s·]-?\s*\d+\s*-?$/.exec(line.trim());
    if (found) numbers.push(found[1]);
  }
  return numbers.filter((number) => !numbers.some((other) => other.startsWith(`${number}.`)));
}

/**
 * @typedef {{ title: string, lines: string[] }} Part
 * @typedef {{ number: string, parts: Part[] }} Section
 * @returns {Section[]}
 */
export function sectionsOf(text) {
  const lines = text.split(/\r?\n/);
  const numbers = itemNumbers(lines);
  const starts = lines.flatMap((line, at) => (begins.test(line) ? [at] : []));
  if (numbers.length !== starts.length)
    throw new Error(`the table of contents names ${numbers.length} items, the text has ${starts.length}`);
  return starts.map((start, n) => ({
    number: numbers[n] ?? '',
    parts: partsOf(lines.slice(start, starts[n + 1] ?? lines.length)),
  }));
}

function partsOf(lines) {
  const parts = [];
  for (const line of lines) {
    const found = heading.exec(line.trim());
    const title = found && titles.test(found[2]) && found[2].length < 16 ? found[2].replace(/[：:。]$/, '') : undefined;
    if (title) parts.push({ title, lines: [] });
    else parts.at(-1)?.lines.push(line);
  }
  return parts;
}
