import type { IsoDate } from '@due-process/contracts';

/** What documents of 待遇认定 say beyond the case. */
export type RecognitionDetails =
  | {
      type: 'recognitionForm';
      disease: string;
      /** The hospital that decided by itself; the agency where it is absent. */
      decidedBy?: string;
      approvedOn: IsoDate;
      benefitFrom: IsoDate;
      designatedHospital?: string;
      signedOn?: IsoDate;
    }
  | { type: 'physicianOpinion'; physicianNo: string; opinion: string }
  | {
      type: 'screeningNotice';
      adlScore?: number;
      mmseScore?: number;
      reasons: string[];
      objectionUntil?: IsoDate;
    }
  | {
      type: 'assessmentConclusion';
      meets: boolean;
      careLevel?: string;
      visitedOn: IsoDate;
      visitors: string;
      findings?: string;
      opinion: string;
    };
