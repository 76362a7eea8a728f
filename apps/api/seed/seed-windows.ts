import type { WindowData, WindowKind } from '@due-process/contracts';
import { shanghaiDate } from '@due-process/domain';
import type { DataSource } from 'typeorm';

interface DemoWindow {
  id: string;
  region: string;
  kind: WindowKind;
  itemCodes: string[];
  name: string;
  from: string;
  to: string;
  data?: WindowData;
}

/** What the two agencies of the demonstration have published for a year. The guides print no dates: these are made up. */
const windowsOf = (year: number): DemoWindow[] => [
  {
    id: `demo-yt-enrolment-${year}`,
    region: '370600',
    kind: 'enrolmentPeriod',
    itemCodes: ['YT-1.4', 'YT-1.5'],
    name: `${year + 1}年度居民医保集中缴费期`,
    from: `${year}-09-01`,
    to: `${year}-12-31`,
  },
  {
    id: `demo-yt-round-${year}-1`,
    region: '370600',
    kind: 'designationRound',
    itemCodes: ['YT-10.1', 'YT-10.2'],
    name: `${year}年第一批定点医药机构`,
    from: `${year}-03-01`,
    to: `${year}-03-31`,
    data: { noticeOn: `${year}-05-15`, listOn: `${year}-07-01` },
  },
  {
    id: `demo-yt-round-${year}-2`,
    region: '370600',
    kind: 'designationRound',
    itemCodes: ['YT-10.1', 'YT-10.2'],
    name: `${year}年第二批定点医药机构`,
    from: `${year}-09-01`,
    to: `${year}-12-15`,
    data: { noticeOn: `${year + 1}-02-01`, listOn: `${year + 1}-03-15` },
  },
  {
    id: `demo-qd-plan-${year}`,
    region: '370200',
    kind: 'acceptancePlan',
    itemCodes: ['QD-9.1', 'QD-9.2'],
    name: `${year}年度定点医药机构受理计划`,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    data: { quota: 500 },
  },
];

/** Published once a year; what people withdrew stays withdrawn. */
export async function seedWindows(source: DataSource): Promise<void> {
  const year = Number(shanghaiDate(new Date().toISOString()).slice(0, 4));
  for (const { id, region, kind, itemCodes, name, from, to, data } of windowsOf(year)) {
    await source.query(
      `insert into acceptance_window (id, region, kind, item_codes, name, opens_on, closes_on, data)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
      [id, region, kind, itemCodes, name, from, to, JSON.stringify(data ?? {})],
    );
  }
}
