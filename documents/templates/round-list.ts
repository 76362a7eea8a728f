import type { IsoDate } from '@due-process/contracts';
import type { Sheet } from '../sheet';
import { dateWords } from '../words';

export interface RoundListFacts {
  agency: string;
  /** Name of the round, by which the list is known: 2026年第一批定点医药机构. */
  round: string;
  from: IsoDate;
  to: IsoDate;
  listedOn: IsoDate;
  institutions: readonly { kind: string; name: string; creditCode: string; from: IsoDate; to: IsoDate }[];
}

/** 向社会公布名单 (YT-10.1, YT-10.2 四.5): everybody whom one round (集中办理) has designated, hospitals and pharmacies. */
export function roundList({ agency, round, from, to, listedOn, institutions }: RoundListFacts): Sheet {
  const told = `下列机构在${round}集中办理中（申请受理期间为${dateWords(from)}至${dateWords(to)}）签订医疗保障定点服务协议，现向社会公布。`;
  return {
    template: 'roundList/1',
    paper: 'A4',
    agency,
    title: '定点医药机构名单',
    documentNo: round,
    blocks: [
      { kind: 'paragraph', text: institutions.length > 0 ? told : `${round}尚无签订协议的机构。` },
      {
        kind: 'table',
        small: true,
        columns: [
          { title: '序号', share: 0.7, align: 'center' },
          { title: '类别', share: 1.4 },
          { title: '名称', share: 3.4 },
          { title: '统一社会信用代码', share: 2.6 },
          { title: '协议期', share: 2.6 },
        ],
        rows: institutions.map((one, at) => [
          String(at + 1),
          one.kind,
          one.name,
          one.creditCode,
          `${one.from} 至 ${one.to}`,
        ]),
      },
    ],
    signature: { name: agency, on: listedOn, seal: true, receivedBy: false },
    issuedOn: listedOn,
    contact: [],
  };
}
