import type { OutsideRole } from '@due-process/contracts';

/** One of each kind of applicant in each city, and one person. All are made up: their credit codes name no body that exists. */
export interface DemoOrganisation {
  username: string;
  id: string;
  kind: OutsideRole;
  name: string;
  agency: string | null;
  creditCode: string | null;
  /** A made-up citizen's number, kept only as its blind index. */
  idNumber?: string;
  /** Entries of the catalogue's dictionaries as which it is listed. */
  listedAs?: string[];
}

const organisation = (
  username: string,
  kind: OutsideRole,
  name: string,
  agency: string,
  creditCode: string,
  listedAs: string[] = [],
): DemoOrganisation => ({
  username,
  id: username.replace(/-demo$/, '-org'),
  kind,
  name,
  agency,
  creditCode,
  listedAs,
});

const yantai = '370600';
const qingdao = '370200';

export const demoOrganisations: readonly DemoOrganisation[] = [
  organisation('inst-demo', 'institution', '烟台演示医院', yantai, '12370600MADEMD0014'),
  organisation('agent-hospital-demo', 'institution', '烟台演示代传医院', yantai, '12370600MADEMD0027'),
  organisation('employer-demo', 'employer', '烟台演示用人单位', yantai, '12370600MADEMD003A'),
  organisation('school-demo', 'school', '烟台演示学校', yantai, '12370600MADEMD004D'),
  organisation('community-demo', 'community', '烟台演示街道', yantai, '12370600MADEMD005G'),
  organisation('assessor-demo', 'assessor', '烟台演示评估机构', yantai, '12370600MADEMD006K'),
  organisation('qd-inst-demo', 'institution', '青岛演示医院', qingdao, '12370200MADEMD001F', [
    'qingdao-municipal',
    'pingji',
    'other-hospital',
  ]),
  organisation('qd-employer-demo', 'employer', '青岛演示用人单位', qingdao, '12370200MADEMD002J'),
  organisation('qd-school-demo', 'school', '青岛演示学校', qingdao, '12370200MADEMD003M'),
  organisation('qd-community-demo', 'community', '青岛演示街道', qingdao, '12370200MADEMD004Q'),
  organisation('qd-assessor-demo', 'assessor', '青岛演示评估机构', qingdao, '12370200MADEMD005U'),
  organisation('qd-station-demo', 'workstation', '青岛演示医保工作站', qingdao, '12370200MADEMD006Y'),
  {
    username: 'person-demo',
    id: 'person-org',
    kind: 'person',
    name: '演示个人',
    agency: null,
    creditCode: null,
    idNumber: '370602199003071235',
  },
];
