import type { CaseFacts, DetailsOf } from '../facts';
import type { Sheet } from '../sheet';
import { dateWords, dueWords, lengthWords } from '../words';
import { caseRows, sheetOf, you } from './parts';

/** Documents that tell the applicant that time stands still or is prolonged; both give the reason (settings of the catalogue, `pauses` and `extension`). */
export function extensionNotice(facts: CaseFacts, details: DetailsOf<'extensionNotice'>): Sheet {
  const { reason, limit, wasDueOn, extendedBy } = details;
  const by = limit && extendedBy ? `延长${lengthWords(extendedBy, limit.unit)}` : '予以延长';
  return sheetOf(facts, {
    type: 'extensionNotice',
    version: 1,
    addressee: facts.applicant.name,
    signed: { receivedBy: true },
    blocks: [
      {
        kind: 'paragraph',
        text: `${you(facts)}提出的“${facts.item.name}”申请，因下列原因不能在规定期限内办结，经本机构负责人批准，办理期限${by}。`,
      },
      { kind: 'paragraph', text: `延期理由：${reason}`, strong: true },
      {
        kind: 'facts',
        rows: [
          ...caseRows(facts),
          ...(limit ? [['延期的时限', limit.name] as const] : []),
          ...(wasDueOn ? [['原截止日期', dateWords(wasDueOn)] as const] : []),
          ...(limit ? [['延期后截止日期', dueWords(limit.dueOn, limit.provisional)] as const] : []),
        ],
      },
      { kind: 'paragraph', text: '同一办件只延期一次。' },
    ],
  });
}

export function specialProcedureNotice(facts: CaseFacts, details: DetailsOf<'specialProcedureNotice'>): Sheet {
  const { cause, legalBasis, noticeNo, reason, startsOn, limitOn, clocks } = details;
  return sheetOf(facts, {
    type: 'specialProcedureNotice',
    version: 1,
    title: '特别程序告知书',
    addressee: facts.applicant.name,
    signed: { receivedBy: true },
    blocks: [
      {
        kind: 'paragraph',
        text: `${you(facts)}提出的“${facts.item.name}”申请，依法需要进行${cause}，自${dateWords(startsOn)}起开始，所需时间不计入办理时限，现予告知。`,
      },
      {
        kind: 'facts',
        rows: [
          ...caseRows(facts),
          ['程序', cause],
          ['依据', legalBasis],
          ...(reason ? [['事由', reason] as const] : []),
          ...(noticeNo ? [['相关文书号', noticeNo] as const] : []),
          ['开始日期', dateWords(startsOn)],
          ...(limitOn ? [['最迟结束', dateWords(limitOn)] as const] : []),
          ...(clocks.length > 0 ? [['暂停的时限', clocks.join('、')] as const] : []),
        ],
      },
      { kind: 'paragraph', text: '程序结束后继续计算办理时限，新的截止日期可凭办件编号和查询码查询。' },
    ],
  });
}
