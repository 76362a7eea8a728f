import type { IsoDate } from '@due-process/contracts';

export interface Filed {
  placeName: string;
  hospital: string;
  validFrom: IsoDate;
  validUntil?: IsoDate;
}

/** What a filing opens, as each guide says it: 5.1 四 注 and 5.4 (烟台), 4.1 四 and 4.2 四 (青岛). */
const effects: Readonly<Record<string, string>> = {
  hospitalAndRegion:
    '需慢性病门诊、普通门诊治疗的，备案医院即为异地门诊就诊医院；备案医院所属地区的国家平台联网医院皆为住院定点医院',
  networkedStay: '本次异地住院可联网结算',
  inAndOutOfProvince: '可实现省内和跨省异地就医联网结算',
  outOfProvinceOnly: '可实现跨省异地就医联网结算',
};

/** `months` 0: until it is changed or cancelled. A period in months ends on the corresponding day, else on the last of its month (Civil Code 202). */
export function validity(from: IsoDate, months: number): { validFrom: IsoDate; validUntil?: IsoDate } {
  if (months <= 0) return { validFrom: from };
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const until = new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth)));
  return { validFrom: from, validUntil: until.toISOString().slice(0, 10) };
}

/** The result in one sentence, for the notice and the progress page. */
export function filingWords({ placeName, hospital, validFrom, validUntil }: Filed, effect: string): string {
  const where = `备案地${placeName}${hospital ? `，备案医院${hospital}` : ''}`;
  const until = validUntil ? `自${validFrom}起至${validUntil}有效` : `自${validFrom}起有效`;
  return [`备案成功：${where}，${until}`, effects[effect]].filter((part) => part !== undefined).join('。');
}
