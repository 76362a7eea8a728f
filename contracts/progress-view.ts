import type { IsoDate } from './calendar';

/** What the applicant is told with 办件编号 and 查询码: true, plain, and without a word that identifies a clerk or another person. */
export interface PublicProgress {
  caseNo: string;
  itemName: string;
  stateWords: string;
  whoseTurn: string;
  receivedOn: IsoDate;
  acceptedOn?: IsoDate;
  /** The limit the case is judged by. Days as the item counts them. */
  time?: {
    name: string;
    usedDays: number;
    totalDays: number;
    unitWords: string;
    remainingWords: string;
    dueOn: IsoDate;
    provisional: boolean;
    words: string;
  };
  paused?: { since: IsoDate; why: string; words: string }[];
  nextStep: string;
  expected?: { on: IsoDate; certain: boolean; words: string };
  bring?: { materials: string[]; by?: IsoDate; noticeNo?: string; words: string };
  concludedOn?: IsoDate;
  result?: string;
  resultReason?: string;
  canRate: boolean;
}

export interface PublicOffice {
  name: string;
  agency: string;
  address?: string;
  telephone?: string;
  hours?: string;
}

/** `GET /public/progress`. */
export type ProgressAnswer = PublicProgress & { office: PublicOffice; rated: boolean };
