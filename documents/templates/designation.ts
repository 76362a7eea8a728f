import type { CaseFacts, DetailsOf } from '../facts';
import type { FactRow, Sheet } from '../sheet';
import { dateWords } from '../words';
import { caseRows, sheetOf } from './parts';

/** Documents of 医药机构申请定点协议管理 (QD-9.1, 9.2; YT-10.1, 10.2): what is told, shown, agreed and published. */
const plain = (text: string) => ({ kind: 'paragraph', text }) as const;
const strong = (text: string) => ({ kind: 'paragraph', text, strong: true }) as const;

export function assessmentNotice(facts: CaseFacts, details: DetailsOf<'assessmentNotice'>): Sheet {
  const { second, passed, score, passMark, scores, assessor, assessorNames, paperOn, siteOn } = details;
  return sheetOf(facts, {
    type: 'assessmentNotice',
    version: 1,
    addressee: facts.applicant.name,
    signed: { receivedBy: true },
    blocks: [
      plain(
        `你单位提出的“${facts.item.name}”申请，经${second ? '再次' : ''}评估，结果为：${passed ? '合格' : '不合格'}。`,
      ),
      {
        kind: 'facts',
        rows: [
          ...caseRows(facts),
          ['评估方', `${assessor}（${assessorNames}）`],
          ['书面评估', dateWords(paperOn)],
          ['现场评估', dateWords(siteOn)],
        ],
      },
      {
        kind: 'table',
        columns: [
          { title: '评分项目', share: 3 },
          { title: '得分', share: 1, align: 'right' },
        ],
        rows: [
          ...scores.map(([item, points]) => [item, String(points)]),
          [`合计（${passMark} 分合格）`, String(score)],
        ],
      },
      strong(`理由：${details.reasons}`),
      ...(passed ? [] : [strong(`整改建议：${details.advice}`)]),
      ...(details.onward ? [plain(details.onward)] : []),
    ],
  });
}

export function deliveryReceipt(facts: CaseFacts, details: DetailsOf<'deliveryReceipt'>): Sheet {
  return sheetOf(facts, {
    type: 'deliveryReceipt',
    version: 1,
    blocks: [
      {
        kind: 'facts',
        rows: [
          ...caseRows(facts),
          ['送达文书', details.servedName],
          ['文书编号', details.servedNo],
          ['受送达人', facts.applicant.name],
          ['送达方式', details.method],
          ['签收人', details.receivedBy],
          ['送达日期', dateWords(details.deliveredOn)],
        ],
      },
      {
        kind: 'toFill',
        rows: [
          ['受送达人签名或盖章', 'room'],
          ['送达人签名', 'line'],
        ],
      },
    ],
  });
}

export function publicNotice(facts: CaseFacts, { from, to, days }: DetailsOf<'publicNotice'>): Sheet {
  return sheetOf(facts, {
    type: 'publicNotice',
    version: 1,
    blocks: [
      plain(
        `${facts.applicant.name}申请${facts.item.name.replace('申请', '')}，经评估合格，现予公示。公示期 ${days} 个工作日，自${dateWords(from)}起至${dateWords(to)}止。`,
      ),
      plain('对公示内容有异议的，可在公示期内以书面形式向本机构提出，并说明事实和理由。'),
      { kind: 'facts', rows: caseRows(facts) },
    ],
  });
}

export function agreement(facts: CaseFacts, details: DetailsOf<'agreement'>): Sheet {
  const { terms, signedOn, from, to, meetings } = details;
  return sheetOf(facts, {
    type: 'agreement',
    version: 1,
    signed: false,
    blocks: [
      { kind: 'facts', rows: [['甲方', facts.agency], ['乙方', facts.applicant.name], ...caseRows(facts).slice(0, 2)] },
      plain(`甲乙双方经 ${meetings} 次协商谈判达成一致，约定如下：`),
      { kind: 'facts', rows: terms satisfies FactRow[] },
      plain(`协议自${dateWords(from)}起至${dateWords(to)}止。双方于${dateWords(signedOn)}签订。`),
      {
        kind: 'toFill',
        rows: [
          ['甲方（盖章）和负责人签字', 'room'],
          ['乙方（盖章）和负责人签字', 'room'],
        ],
      },
    ],
  });
}

export function designatedList(facts: CaseFacts, { kind, round, since }: DetailsOf<'designatedList'>): Sheet {
  return sheetOf(facts, {
    type: 'designatedList',
    version: 1,
    blocks: [
      plain(`下列${kind}已签订医疗保障定点服务协议，现向社会公布${round ? `（${round}）` : ''}。`),
      {
        kind: 'table',
        columns: [
          { title: '名称', share: 3 },
          { title: '统一社会信用代码', share: 2 },
          { title: '公布日期', share: 1.4 },
        ],
        rows: [[facts.applicant.name, facts.applicant.idNumber, dateWords(since)]],
      },
    ],
  });
}
