import type { Catalog } from '@due-process/catalog';
import type { AgencyUnit, Role } from '@due-process/contracts';
import { demoOrganisations } from './demo-organisations';

/** The people of the demonstration: two agencies with the same posts, the three administrators, and one of each kind of applicant. */
export interface DemoPerson {
  username: string;
  displayName: string;
  roles: Role[];
  agency: string;
  units: string[];
  organisation?: string;
}

interface Post {
  post: string;
  displayName: string;
  roles: Role[];
  /** Which units of the agency the person belongs to. */
  belongs: (unit: AgencyUnit) => boolean;
}

const everywhere = (): boolean => true;
const atOffices = (unit: AgencyUnit): boolean => unit.kind === 'office';
const inSection =
  (id: string) =>
  (unit: AgencyUnit): boolean =>
    unit.kind === 'section' && unit.id.endsWith(id);

/** Clerks serve every counter of the city (全市通办); who reviews belongs to every section and office that asks for it. */
const posts: readonly Post[] = [
  { post: 'window', displayName: '窗口经办甲', roles: ['window'], belongs: atOffices },
  { post: 'window2', displayName: '窗口经办乙', roles: ['window'], belongs: atOffices },
  { post: 'review', displayName: '审核人员', roles: ['review'], belongs: everywhere },
  { post: 'approve', displayName: '复核人员', roles: ['secondReview'], belongs: everywhere },
  { post: 'business', displayName: '业务相关人员', roles: ['review'], belongs: inSection('settlement-section') },
  { post: 'deputy', displayName: '副处长', roles: ['deputyHead'], belongs: everywhere },
  { post: 'head', displayName: '科室负责人', roles: ['head'], belongs: everywhere },
  { post: 'leader', displayName: '分管领导', roles: ['leader'], belongs: everywhere },
  { post: 'supervise', displayName: '督办人员', roles: ['supervise'], belongs: inSection('supervision') },
  { post: 'finance', displayName: '基金财务人员', roles: ['finance'], belongs: inSection('fund-section') },
  { post: 'catalog', displayName: '目录管理员', roles: ['catalog'], belongs: () => false },
];

const administrators: readonly Omit<DemoPerson, 'agency' | 'units'>[] = [
  { username: 'sys-admin', displayName: '系统管理员', roles: ['systemAdmin'] },
  { username: 'sec-admin', displayName: '安全管理员', roles: ['securityAdmin'] },
  { username: 'audit-admin', displayName: '审计管理员', roles: ['auditAdmin'] },
];

function staffOf(prefix: string, cityName: string, agency: string, units: readonly AgencyUnit[]): DemoPerson[] {
  return posts.map(({ post, displayName, roles, belongs }) => ({
    username: `${prefix}-${post}`,
    displayName: `${cityName}${displayName}`,
    roles: [...roles],
    agency,
    units: units.filter(belongs).map(({ id }) => id),
  }));
}

const outsiders: readonly DemoPerson[] = [
  ...administrators.map((one) => ({ ...one, agency: '', units: [] })),
  ...demoOrganisations.map(({ username, name, kind, id, listedAs }) => ({
    username,
    displayName: name,
    roles: [kind],
    agency: '',
    units: [...(listedAs ?? [])],
    organisation: id,
  })),
];

/** Usernames of the demonstration begin with the city's initials. */
const prefixes: Record<string, string> = { '370600': 'yt', '370200': 'qd' };

export function demoPeople(catalog: Catalog): DemoPerson[] {
  const staff = catalog.agencies.flatMap(({ region, regionName }) => {
    const prefix = prefixes[region];
    return prefix ? staffOf(prefix, regionName, region, catalog.units(region)) : [];
  });
  return [...staff, ...outsiders];
}
