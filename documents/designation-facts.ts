import type { IsoDate } from '@due-process/contracts';

/** Documents of 定点协议管理. */
export type DesignationDetails =
  | {
      type: 'assessmentNotice';
      /** 再次评估. */
      second: boolean;
      passed: boolean;
      score: number;
      passMark: number;
      scores: [item: string, points: number][];
      assessor: string;
      assessorNames: string;
      paperOn: IsoDate;
      siteOn: IsoDate;
      reasons: string;
      advice: string;
      /** What may follow a result that is not enough. */
      onward?: string;
    }
  | {
      type: 'deliveryReceipt';
      servedName: string;
      servedNo: string;
      method: string;
      receivedBy: string;
      deliveredOn: IsoDate;
    }
  | { type: 'publicNotice'; from: IsoDate; to: IsoDate; days: number }
  | {
      type: 'agreement';
      terms: [point: string, text: string][];
      signedOn: IsoDate;
      from: IsoDate;
      to: IsoDate;
      meetings: number;
    }
  | { type: 'designatedList'; kind: string; round?: string; since: IsoDate };
