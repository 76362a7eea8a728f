import type { CaseFacts, DetailsOf } from '../facts';
import type { Sheet } from '../sheet';
import { caseRows, sheetOf } from './parts';

/** 名册处理结果通知: how many lines were registered and how many come back; the lines themselves are fetched with the list, not printed in bulk. */
export function rosterResult(facts: CaseFacts, details: DetailsOf<'rosterResult'>): Sheet {
  const { roster, lines, accepted, rejected } = details;
  return sheetOf(facts, {
    type: 'rosterResult',
    version: 1,
    addressee: facts.applicant.name,
    signed: { receivedBy: true },
    blocks: [
      {
        kind: 'paragraph',
        text: `你（单位）随“${facts.item.name}”申请报送的名册已逐行处理完毕，现将结果通知如下：`,
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
      {
        kind: 'paragraph',
        text:
          rejected > 0
            ? '退回的行和每一行的原因见办件页“名册”一栏，可下载退回清单；更正后请另报名册，已登记的人员不必重报。'
            : '名册所列人员均已登记。',
      },
    ],
  });
}
