import type { CaseFacts, DetailsOf } from '../facts';
import type { FactRow, Sheet } from '../sheet';
import { dateWords } from '../words';
import { caseRows, sheetOf } from './parts';

const row = (label: string, text: string | undefined): FactRow[] => (text ? [[label, text]] : []);
const points = (score: number | undefined): string | undefined => (score === undefined ? undefined : `${score} 分`);

/** 门诊慢病备案表 (YT-7 五 1), 门诊慢特病认定表 (QD-5): which disease, from when, and where the applicant is treated. */
export function recognitionForm(facts: CaseFacts, details: DetailsOf<'recognitionForm'>): Sheet {
  const { disease, decidedBy, approvedOn, benefitFrom, designatedHospital, signedOn } = details;
  return sheetOf(facts, {
    type: 'recognitionForm',
    version: 1,
    addressee: facts.applicant.name,
    blocks: [
      {
        kind: 'paragraph',
        text: `你于${dateWords(facts.receivedOn)}提出的“${facts.item.name}”申请，经${decidedBy ?? facts.agency}审核，符合规定，予以确认。`,
      },
      {
        kind: 'facts',
        rows: [
          ...caseRows(facts),
          ['认定病种', disease],
          ['认定单位', decidedBy ?? facts.agency],
          ['认定日期', dateWords(approvedOn)],
          ['待遇起始日期', dateWords(benefitFrom)],
          ...row('选定的定点医疗机构', designatedHospital),
          ...row('申请人签字确认日期', signedOn && dateWords(signedOn)),
        ],
      },
      { kind: 'toFill', rows: [['申请人签字', 'line']] },
    ],
  });
}

/** 医保医师意见书: stands in the place of records that the applicant does not have (QD-11 四（二）1). */
export function physicianOpinion(facts: CaseFacts, { physicianNo, opinion }: DetailsOf<'physicianOpinion'>): Sheet {
  return sheetOf(facts, {
    type: 'physicianOpinion',
    version: 1,
    signed: false,
    blocks: [
      { kind: 'facts', rows: [...caseRows(facts), ['医保医师编码', physicianNo]] },
      { kind: 'heading', text: '意见' },
      { kind: 'paragraph', text: opinion },
      {
        kind: 'toFill',
        rows: [
          ['医保医师签名', 'line'],
          ['机构盖章', 'room'],
        ],
      },
    ],
  });
}

/** 初步筛查结果告知书: every reason, and to whom one may object (QD-11 四（二）2). */
export function screeningNotice(facts: CaseFacts, details: DetailsOf<'screeningNotice'>): Sheet {
  const { adlScore, mmseScore, reasons, objectionUntil } = details;
  const until = objectionUntil ? `可以最迟于${dateWords(objectionUntil)}（含当日）` : '可以';
  return sheetOf(facts, {
    type: 'screeningNotice',
    version: 1,
    addressee: facts.applicant.name,
    signed: { receivedBy: true },
    blocks: [
      {
        kind: 'paragraph',
        text: `你于${dateWords(facts.receivedOn)}提出的照护需求等级评估申请，经定点护理机构初步筛查，未达到上传评估的条件。理由如下：`,
      },
      { kind: 'list', items: reasons },
      {
        kind: 'facts',
        rows: [
          ...caseRows(facts),
          ...row('ADL 量表评分', points(adlScore)),
          ...row('MMSE 量表评分', points(mmseScore)),
        ],
      },
      { kind: 'paragraph', text: `参保人或家属对筛查结果有异议的，${until}向评估机构提出，由评估机构受理并评估。` },
    ],
  });
}

/** 照护需求等级评估结论书 (QD-11 四（三）). */
export function assessmentConclusion(facts: CaseFacts, details: DetailsOf<'assessmentConclusion'>): Sheet {
  const { meets, careLevel, visitedOn, visitors, findings, opinion } = details;
  return sheetOf(facts, {
    type: 'assessmentConclusion',
    version: 1,
    addressee: facts.applicant.name,
    signed: { receivedBy: true },
    blocks: [
      {
        kind: 'paragraph',
        text: `评估机构受理你的照护需求等级评估申请后，于${dateWords(visitedOn)}上门评估，结论如下：`,
      },
      {
        kind: 'facts',
        rows: [
          ...caseRows(facts),
          ['评估结论', meets ? '符合长期护理保险待遇条件' : '不符合长期护理保险待遇条件'],
          ...row('照护需求等级', careLevel),
          ['上门日期', dateWords(visitedOn)],
          ['评估人员', visitors],
          ...row('上门评估情况', findings),
          ['评估意见', opinion],
        ],
      },
    ],
  });
}
