import { parseArgs } from 'node:util';

export const help = `npm run bench -- [选项]
  （无选项）          整个产品、裸工作流、无引擎底线并排测量，另测内存
  --quick             同样的内容，时间很短：只看能不能跑
  --peak [--minutes=10] [--rate=35]   开环高峰：每秒若干操作
  --ladder [--rungs=20000]            同一时刻到期的催督办
  --bulk [--bulk-cases=1000 --rate=10]   经办人工作时整体移交
  --all               以上全部
  --clerks=1,16 --seconds=15 --repeats=2   闭环：并发数、每轮秒数、A B B A 的遍数
  --cached=1000       量内存时开着的办件数
  --profile=DIR       闭环改为只跑产品，并把 API 与 worker 的 CPU 剖析写进 DIR`;

/** @typedef {ReturnType<typeof readOptions>} Options */

/** @param {string[]} args @throws {TypeError} naming what it does not know */
export function readOptions(args) {
  const flag = { type: /** @type {const} */ ('boolean'), default: false };
  const text = { type: /** @type {const} */ ('string') };
  const { values } = parseArgs({
    args,
    options: {
      help: flag,
      quick: flag,
      peak: flag,
      ladder: flag,
      bulk: flag,
      'bulk-cases': text,
      all: flag,
      clerks: text,
      seconds: text,
      repeats: text,
      minutes: text,
      rate: text,
      rungs: text,
      cached: text,
      profile: text,
    },
  });
  const { quick, all } = values;
  const number = (name, whole, short) => positive(name, values[name] ?? (quick ? short : whole));
  const only = values.peak || values.ladder || values.bulk;
  return {
    help: values.help,
    quick,
    parts: {
      sideBySide: all || !only,
      memory: all || !only,
      peak: all || values.peak,
      ladder: all || values.ladder,
      bulk: all || values.bulk,
    },
    clerks: (values.clerks ?? '1,16').split(',').map((one) => positive('clerks', one)),
    seconds: number('seconds', 15, 3),
    repeats: number('repeats', 2, 1),
    minutes: number('minutes', 10, 0.25),
    rate: number('rate', 35, 5),
    rungs: number('rungs', 20_000, 500),
    bulkCases: number('bulk-cases', 1000, 40),
    cached: number('cached', 1000, 30),
    profile: values.profile,
  };
}

function positive(name, value) {
  const number = Number(value);
  if (!(number > 0)) throw new TypeError(`--${name} 须为正数`);
  return number;
}
