import type { CaseFacts, DetailsOf } from '../facts';
import type { Block, Sheet } from '../sheet';
import { caseRows, sheetOf, you } from './parts';

type Result = DetailsOf<'rosterResult'>;

/** 退回的行 as the list that was handed in numbers them, each with its reason. */
function returnedLines({ returned, rejected }: Result): Block[] {
  if (rejected === 0) return [{ kind: 'paragraph', text: '名册所列人员均已登记。' }];
  const rest = rejected - returned.length;
  return [
    {
      kind: 'table',
      small: true,
      columns: [
        { title: '原行号', share: 2, align: 'right' },
        { title: '姓名', share: 3 },
        { title: '身份证号', share: 5 },
        { title: '退回原因', share: 8 },
      ],
      rows: returned.map(({ lineNo, name, idNumber, reason }) => [`${lineNo}`, name, idNumber, reason]),
    },
    ...(rest > 0
      ? [{ kind: 'paragraph', text: `以上为前 ${returned.length} 行，其余 ${rest} 行见退回清单。` } as const]
      : []),
    {
      kind: 'paragraph',
      text: '退回的行也可以在办件页“名册”一栏下载退回清单；更正后请另报名册，已登记的人员不必重报。',
    },
  ];
}

/** 名册处理结果通知: how many lines were registered, and each that came back with its reason. */
export function rosterResult(facts: CaseFacts, details: Result): Sheet {
  const { roster, lines, accepted, rejected } = details;
  return sheetOf(facts, {
    type: 'rosterResult',
    version: 1,
    addressee: facts.applicant.name,
    signed: { receivedBy: true },
    blocks: [
      {
        kind: 'paragraph',
        text: `${you(facts)}随“${facts.item.name}”申请报送的名册已逐行处理完毕，现将结果通知如下：`,
      },
      {
        kind: 'facts',
        rows: [
          ...caseRows(facts),
          ['名册', roster],
          ['报送人数', `${lines} 人`],
          ['已登记', `${accepted} 人`],
          ['退回', `${rejected} 人`],
        ],
      },
      ...returnedLines(details),
    ],
  });
}
