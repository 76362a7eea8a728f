/**
 * What each number of the statistics page means, as the page and the sheet print it. Basis: 政务服务 on-time rate is counted on closed cases by their own
 * limits; our own definitions where no rule speaks. The statement that counts them is beside this in words, tested against a recount from the events.
 */
export const numberDefinitions = [
  { id: 'closed', name: '办结件数', meaning: '期间内办结的办件，含不予受理、不予办理、撤销和异常终止。' },
  {
    id: 'statutoryOnTime',
    name: '法定按时率',
    meaning: '法定时限全部按时完成的办件 ÷ 有法定时限且已计完的办件。取消的时限不计；以办结时冻结的时限为准。',
  },
  { id: 'promisedOnTime', name: '承诺按时率', meaning: '承诺时限全部按时完成的办件 ÷ 有承诺时限且已计完的办件。' },
  {
    id: 'meanUsed',
    name: '平均用时',
    meaning: '最后计完的法定时限（没有法定时限的为承诺时限）所用日数的平均，暂停的日子不计。',
  },
  { id: 'p90Used', name: '九成用时', meaning: '九成办件所用日数不超过此数。' },
  { id: 'usedShare', name: '用时占比', meaning: '所用日数之和 ÷ 时限日数之和。' },
  { id: 'supplements', name: '件均补正', meaning: '一次性告知书份数 ÷ 办结件数。' },
  { id: 'secondNotices', name: '再次告知', meaning: '同一办件第二份及以后的一次性告知书份数。' },
  { id: 'returns', name: '退回', meaning: '退回和撤回的次数。' },
  { id: 'escalations', name: '催督办', meaning: '发出过的催督办级次数，同一级通知多人计一次。' },
  {
    id: 'chargedOnTime',
    name: '计责按时率',
    meaning: '扣除系统检修日（周一至周五）后仍在法定时限内的办件 ÷ 有法定时限且已计完的办件；经办人以此计。',
  },
] as const;
