import type { CaseFacts, DetailsOf } from '../facts';
import type { Block, Sheet } from '../sheet';
import { dateWords } from '../words';
import { caseRows, sheetOf, you } from './parts';

/**
 * Documents that end a case. Basis of the remedy: 社会保险法第八十三条第二款; the periods are those of 行政复议法（2023）第二十条 (60 days) and 行政诉讼法第四十六条 (six months).
 */
const remedy: Block = {
  kind: 'paragraph',
  text: '如有异议，可以自收到本文书之日起六十日内依法申请行政复议，或者自收到本文书之日起六个月内依法向人民法院提起行政诉讼；也可以先向本机构申请核实。',
};

export function nonAcceptanceNotice(facts: CaseFacts, { reason }: DetailsOf<'nonAcceptanceNotice'>): Sheet {
  return sheetOf(facts, {
    type: 'nonAcceptanceNotice',
    version: 1,
    addressee: facts.applicant.name,
    signed: { receivedBy: true },
    blocks: [
      {
        kind: 'paragraph',
        text: `${you(facts)}于${dateWords(facts.receivedOn)}提出的“${facts.item.name}”申请，经审查，不符合${facts.item.guide}规定的受理条件，我机构决定不予受理。理由如下：`,
      },
      { kind: 'paragraph', text: reason, strong: true },
      { kind: 'paragraph', text: '受理条件具备后，可以重新提出申请。' },
      remedy,
      { kind: 'facts', rows: caseRows(facts) },
    ],
  });
}

export function rejectionDecision(facts: CaseFacts, { reason }: DetailsOf<'rejectionDecision'>): Sheet {
  return sheetOf(facts, {
    type: 'rejectionDecision',
    version: 1,
    addressee: facts.applicant.name,
    signed: { receivedBy: true },
    blocks: [
      {
        kind: 'paragraph',
        text: `${you(facts)}提出的“${facts.item.name}”申请，我机构于${dateWords(facts.acceptedOn ?? facts.receivedOn)}受理。经审核，不符合${facts.item.guide}规定的办理条件，决定不予办理。理由如下：`,
      },
      { kind: 'paragraph', text: reason, strong: true },
      remedy,
      { kind: 'facts', rows: caseRows(facts) },
    ],
  });
}

export function conclusionNotice(facts: CaseFacts, details: DetailsOf<'conclusionNotice'>): Sheet {
  const { result, concludedOn, letters } = details;
  return sheetOf(facts, {
    type: 'conclusionNotice',
    version: 1,
    addressee: facts.applicant.name,
    signed: { receivedBy: true },
    blocks: [
      {
        kind: 'paragraph',
        text: `${you(facts)}于${dateWords(facts.receivedOn)}提出的“${facts.item.name}”申请，已于${dateWords(concludedOn)}办结，现将结果通知如下：`,
      },
      {
        kind: 'facts',
        rows: [
          ...caseRows(facts),
          ...(facts.acceptedOn ? [['受理日期', dateWords(facts.acceptedOn)] as const] : []),
          ['办结日期', dateWords(concludedOn)],
          ['办理结果', result ?? '予以办理，已办结'],
          ...letters.map(({ title, letterNo }) => [title, `编号 ${letterNo}`] as const),
        ],
      },
      {
        kind: 'paragraph',
        text: '对办理结果有疑问的，可向办理窗口或者咨询电话询问。欢迎凭办件编号和查询码对本次服务作出评价。',
      },
    ],
  });
}
