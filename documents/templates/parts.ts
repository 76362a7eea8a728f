import type { CaseFacts, LimitFacts } from '../facts';
import type { FactRow, Sheet } from '../sheet';
import { dueWords, lengthWords } from '../words';

/** Where to ask and where to complain, as the guide's section of the item prints it. */
export function contactOf({ office }: CaseFacts): string[] {
  const { name, address, telephone, supervisionTelephone, hours } = office;
  return [
    `办理窗口：${name}`,
    ...(address ? [`地址：${address}`] : []),
    ...(telephone ? [`咨询电话：${telephone}`] : []),
    ...(supervisionTelephone ? [`监督电话：${supervisionTelephone}`] : []),
    ...(hours ? [`办公时间：${hours}`] : []),
  ];
}

/** How the document speaks to whom it is addressed. Who applied for somebody who has died may be either: a person or an employer. */
export const you = ({ applicant, addressee }: CaseFacts): string =>
  addressee ? '你（单位）' : applicant.organisation ? '你单位' : '你';

/** The case by which a document is filed. */
export const caseRows = ({ caseNo, item, applicant, addressee }: CaseFacts): FactRow[] => [
  ['办件编号', caseNo],
  ['办理事项', `${item.name}（${item.code}）`],
  ...(addressee ? [['申请人', addressee] as const] : []),
  [addressee ? '参保人' : '申请人', applicant.name],
  ['证件号码', applicant.idNumber],
];

export const limitRow = ({ name, kind, quantity, unit, dueOn, provisional }: LimitFacts): FactRow => [
  `${kind}`,
  `${name}：${lengthWords(quantity, unit)}，截止${dueWords(dueOn, provisional)}`,
];

interface Form {
  version: number;
  type: string;
  blocks: Sheet['blocks'];
  title?: string;
  addressee?: string;
  paper?: Sheet['paper'];
  signed?: false | { receivedBy?: boolean; seal?: boolean };
}

/** A document of the agency to the applicant, unless the form says otherwise. */
export function sheetOf(facts: CaseFacts, form: Form): Sheet {
  const { version, type, blocks, title = facts.name, addressee, paper = 'A4', signed = {} } = form;
  return {
    template: `${type}/${version}`,
    paper,
    agency: facts.agency,
    title,
    documentNo: facts.documentNo,
    ...(addressee ? { addressee } : {}),
    blocks,
    ...(signed
      ? {
          signature: {
            name: facts.agency,
            on: facts.issuedOn,
            seal: signed.seal ?? true,
            receivedBy: signed.receivedBy ?? false,
          },
        }
      : {}),
    issuedOn: facts.issuedOn,
    contact: contactOf(facts),
  };
}
