import type { DetailsOf } from '../facts';
import type { RecognitionDetails } from '../recognition-facts';

type Samples = { [Type in RecognitionDetails['type']]: { name: string; details: DetailsOf<Type> } };

/** One sample of every document of 待遇认定. */
export const recognitionSamples: Samples = {
  recognitionForm: {
    name: '烟台市基本医疗保险门诊慢病备案表',
    details: {
      type: 'recognitionForm',
      disease: '股骨头坏死（行减压植骨手术后，髋关节置换术前）',
      decidedBy: '烟台演示医院',
      approvedOn: '2026-09-22',
      benefitFrom: '2026-09-23',
      designatedHospital: '烟台演示医院',
      signedOn: '2026-09-22',
    },
  },
  physicianOpinion: {
    name: '医保医师意见书',
    details: { type: 'physicianOpinion', physicianNo: 'D370200012345', opinion: '长期卧床，进食、翻身均需他人协助。' },
  },
  screeningNotice: {
    name: '初步筛查结果告知书',
    details: {
      type: 'screeningNotice',
      mmseScore: 12,
      reasons: [
        '《中文简易智能精神状态检查量表（MMSE 量表）》未经医保办盖章',
        '《中文简易智能精神状态检查量表（MMSE 量表）》评分 12 分，高于 9 分',
      ],
      objectionUntil: '2026-10-13',
    },
  },
  assessmentConclusion: {
    name: '照护需求等级评估结论书',
    details: {
      type: 'assessmentConclusion',
      meets: true,
      careLevel: '四级',
      visitedOn: '2026-09-22',
      visitors: 'P012、P034',
      findings: '长期卧床，进食、洗漱须人照料。',
      opinion: '日常生活完全依赖，符合条件。',
    },
  },
};
