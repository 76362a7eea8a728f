import type { CaseFacts, DetailsOf } from '../facts';
import type { Sheet } from '../sheet';
import { caseRows, sheetOf } from './parts';

/** 送达回证, to be filled in by hand when a document is served. Basis: 民事诉讼法第八十七条, 第八十八条 (送达回证, 签收, 留置), as administrative organs apply them. */
export function proofOfService(facts: CaseFacts, { servedName, servedNo }: DetailsOf<'proofOfService'>): Sheet {
  return sheetOf(facts, {
    type: 'proofOfService',
    version: 1,
    title: '送达回证',
    signed: false,
    blocks: [
      {
        kind: 'facts',
        rows: [
          ...caseRows(facts),
          ['送达文书', servedName],
          ['文书编号', servedNo],
          ['受送达人', facts.addressee ?? facts.applicant.name],
        ],
      },
      {
        kind: 'toFill',
        rows: [
          ['送达方式', 'line'],
          ['送达地点', 'line'],
          ['受送达人签名或盖章，签收时间', 'room'],
          ['代收人签名、与受送达人关系及代收理由', 'room'],
          ['受送达人拒收的事由、见证人签名', 'room'],
          ['送达人签名', 'line'],
          ['备注', 'room'],
        ],
      },
    ],
  });
}

/** A document that the catalogue names and that has no wording of its own here. */
export function otherDocument(facts: CaseFacts, { rows }: DetailsOf<'other'>): Sheet {
  return sheetOf(facts, {
    type: 'other',
    version: 1,
    addressee: facts.applicant.name,
    blocks: [{ kind: 'facts', rows: [...caseRows(facts), ...rows] }],
  });
}
