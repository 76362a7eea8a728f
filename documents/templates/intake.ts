import type { CaseFacts, DetailsOf } from '../facts';
import type { Block, Sheet } from '../sheet';
import { dateWords, dueWords, lengthWords } from '../words';
import { caseRows, limitRow, sheetOf, you } from './parts';

/**
 * Documents of intake: 收件凭证, 受理通知书, 一次性告知书. Basis: 国务院令第 722 号《优化营商环境条例》 and the guides ask for 一次告知; the limit and where to ask stand in the
 * guide's section of the item.
 */
export function receipt(facts: CaseFacts, details: DetailsOf<'receipt'>): Sheet {
  const { materials, limitStatement, queryCode, progressUrl } = details;
  const rows = materials.map(({ name, status }, at) => [String(at + 1), name, status]);
  const code: Block[] = progressUrl
    ? [
        {
          kind: 'code',
          text: progressUrl,
          caption: [
            '扫描二维码查询办理进度',
            `办件编号：${facts.caseNo}`,
            ...(queryCode ? [`查询码：${queryCode}`] : []),
            '凭办件编号和查询码可查询进度、评价服务，请妥善保管，勿交他人。',
          ],
        },
      ]
    : [];
  return sheetOf(facts, {
    type: 'receipt',
    version: 1,
    paper: 'A5',
    blocks: [
      {
        kind: 'facts',
        rows: [
          ...caseRows(facts),
          ['收件日期', dateWords(facts.receivedOn)],
          ...(facts.channel ? [['申请方式', facts.channel] as const] : []),
          ...(limitStatement ? [['办理时限', limitStatement] as const] : []),
          ...(queryCode && !progressUrl ? [['查询码', queryCode] as const] : []),
        ],
      },
      {
        kind: 'table',
        columns: [
          { title: '序号', share: 1, align: 'center' },
          { title: '材料名称', share: 7 },
          { title: '收取情况', share: 2.4, align: 'center' },
        ],
        rows: rows.length > 0 ? rows : [['', '本事项无需提交材料', '']],
      },
      { kind: 'paragraph', text: '本凭证仅证明已收到申请，不代表已受理。是否受理另行告知。' },
      ...code,
    ],
  });
}

export function acceptanceNotice(facts: CaseFacts, { limits, limitStatement }: DetailsOf<'acceptanceNotice'>): Sheet {
  const { applicant, item } = facts;
  return sheetOf(facts, {
    type: 'acceptanceNotice',
    version: 1,
    addressee: applicant.name,
    signed: { receivedBy: true },
    blocks: [
      {
        kind: 'paragraph',
        text: `${you(facts)}于${dateWords(facts.receivedOn)}提出的“${item.name}”申请，材料齐全、符合规定形式。根据${item.guide}，我机构决定自${dateWords(facts.acceptedOn ?? facts.issuedOn)}起予以受理。`,
      },
      {
        kind: 'facts',
        rows: [
          ...caseRows(facts),
          ['受理日期', dateWords(facts.acceptedOn ?? facts.issuedOn)],
          ...(limitStatement ? [['办理时限', limitStatement] as const] : []),
          ...limits.map(limitRow),
        ],
      },
      {
        kind: 'paragraph',
        text: '依法需要补正材料或者进行特别程序的，所需时间不计入办理时限，我机构将书面告知。办理进度可凭办件编号和收件凭证上的查询码查询。',
      },
    ],
  });
}

export function supplementNotice(facts: CaseFacts, details: DetailsOf<'supplementNotice'>): Sheet {
  const { missing, asked, limit, again, paused } = details;
  const by = limit
    ? `请最迟于${dueWords(limit.dueOn, limit.provisional)}（含当日，自告知次日起${lengthWords(limit.quantity, limit.unit)}内）`
    : '请尽快';
  return sheetOf(facts, {
    type: 'supplementNotice',
    version: 1,
    addressee: facts.applicant.name,
    signed: { receivedBy: true },
    blocks: [
      {
        kind: 'paragraph',
        text: `${you(facts)}于${dateWords(facts.receivedOn)}提出的“${facts.item.name}”申请，经核对，尚缺以下材料，现一次性告知：`,
      },
      ...(missing.length > 0 ? [{ kind: 'list', items: missing } as const] : []),
      ...(asked ? [{ kind: 'paragraph', text: `补正要求：${asked}` } as const] : []),
      ...(again ? [{ kind: 'paragraph', text: `再次告知的理由：${again}` } as const] : []),
      {
        kind: 'paragraph',
        text: `${by}将上列材料送交${facts.office.name}窗口${facts.office.address ? `（${facts.office.address}）` : ''}，或者按原申请方式补交。`,
        strong: true,
      },
      {
        kind: 'paragraph',
        text: paused
          ? '自告知次日起至材料收到之日止，不计入办理时限。'
          : '办理时限自受理之日起计算；材料补齐并符合规定形式的，即予受理。',
      },
      { kind: 'facts', rows: caseRows(facts) },
    ],
  });
}
