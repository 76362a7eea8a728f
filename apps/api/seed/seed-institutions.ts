import type { DataSource } from 'typeorm';

interface DemoInstitution {
  agency: string;
  creditCode: string;
  kind: 'hospital' | 'pharmacy' | 'pharmacySet';
  name: string;
  merchantNo?: string;
  organisation?: string;
}

const yantai = '370600';
const qingdao = '370200';

/** Made-up institutions: their credit codes name no body that exists. The hospitals with an account report for themselves. */
const institutions: readonly DemoInstitution[] = [
  {
    agency: yantai,
    creditCode: '12370600MADEMD0014',
    kind: 'hospital',
    name: '烟台演示医院',
    organisation: 'inst-org',
  },
  { agency: yantai, creditCode: '12370600MADEMD101R', kind: 'hospital', name: '烟台演示第二医院' },
  {
    agency: yantai,
    creditCode: '91370600MADEMD201A',
    kind: 'pharmacy',
    name: '烟台演示大药房',
    merchantNo: 'YTYD0001',
  },
  {
    agency: yantai,
    creditCode: '91370600MADEMD202D',
    kind: 'pharmacy',
    name: '烟台演示便民药店',
    merchantNo: 'YTYD0002',
  },
  {
    agency: qingdao,
    creditCode: '12370200MADEMD001F',
    kind: 'hospital',
    name: '青岛演示医院',
    organisation: 'qd-inst-org',
  },
  { agency: qingdao, creditCode: '12370200MADEMD1015', kind: 'hospital', name: '青岛演示第二医院' },
  {
    agency: qingdao,
    creditCode: '91370200MADEMD201M',
    kind: 'pharmacy',
    name: '青岛演示大药房',
    merchantNo: 'QDYD0001',
  },
  {
    agency: qingdao,
    creditCode: '91370200MADEMD202Q',
    kind: 'pharmacy',
    name: '青岛演示便民药店',
    merchantNo: 'QDYD0002',
  },
  { agency: qingdao, creditCode: '12370200MADEMD900F', kind: 'pharmacySet', name: '青岛市定点零售药店（全市批次）' },
];

/** What has been changed by hand since stays. */
export async function seedInstitutions(source: DataSource): Promise<void> {
  for (const { agency, creditCode, kind, name, merchantNo, organisation } of institutions)
    await source.query(
      `insert into designated_institution (agency, credit_code, kind, name, merchant_no, organisation, designated_on)
       values ($1, $2, $3, $4, $5, $6, '2020-01-01') on conflict (agency, credit_code, designated_on) do nothing`,
      [agency, creditCode, kind, name, merchantNo ?? null, organisation ?? null],
    );
}
