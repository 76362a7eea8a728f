import { loadCatalog, type Catalog } from '@due-process/catalog';
import type { WindowData, WindowKind } from '@due-process/contracts';
import { shanghaiDate } from '@due-process/domain';
import type { DataSource } from 'typeorm';

interface DemoWindow {
  id: string;
  region: string;
  kind: WindowKind;
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
    name: `${year + 1}年度居民医保集中缴费期`,
    from: `${year}-09-01`,
    to: `${year}-12-31`,
  },
  {
    id: `demo-yt-round-${year}-1`,
    region: '370600',
    kind: 'designationRound',
    name: `${year}年第一批定点医药机构`,
    from: `${year}-03-01`,
    to: `${year}-03-31`,
    data: { noticeOn: `${year}-05-15`, listOn: `${year}-07-01` },
  },
  {
    id: `demo-yt-round-${year}-2`,
    region: '370600',
    kind: 'designationRound',
    name: `${year}年第二批定点医药机构`,
    from: `${year}-09-01`,
    to: `${year}-12-15`,
    data: { noticeOn: `${year + 1}-02-01`, listOn: `${year + 1}-03-15` },
  },
  {
    id: `demo-qd-plan-${year}`,
    region: '370200',
    kind: 'acceptancePlan',
    name: `${year}年度定点医药机构受理计划`,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    data: { quota: 500 },
  },
];

/** The items that the catalogue lets in only within such a window. */
const itemsOf = (catalog: Catalog, { region, kind }: DemoWindow): string[] =>
  catalog
    .items(region)
    .map(({ code }) => code)
    .filter((code) => catalog.published(code)?.admission.some(({ window }) => window === kind))
    .sort();

/** Published once a year; what people withdrew stays withdrawn. */
export async function seedWindows(source: DataSource, catalog: Catalog = loadCatalog()): Promise<void> {
  const year = Number(shanghaiDate(new Date().toISOString()).slice(0, 4));
  for (const window of windowsOf(year)) {
    const { id, region, kind, name, from, to, data } = window;
    await source.query(
      `insert into acceptance_window (id, region, kind, item_codes, name, opens_on, closes_on, data)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
      [id, region, kind, itemsOf(catalog, window), name, from, to, JSON.stringify(data ?? {})],
    );
  }
}
