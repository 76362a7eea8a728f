import type { FieldRule, ItemPublished } from '@due-process/contracts';
import type { Values } from '../parts/fields';
import { bornAndSex } from './identity-number';

const papers = [
  { value: 'identityCard', label: '居民身份证' },
  { value: 'residencePermit', label: '港澳台居民居住证' },
  { value: 'permanentResidentCard', label: '外国人永久居留身份证' },
  { value: 'passport', label: '护照' },
  { value: 'creditCode', label: '统一社会信用代码（单位）' },
];

/** Fields of the applicant, in the order a card is read at the window. The kind is asked only where the item knows several. */
export function applicantRules(item: ItemPublished, applicant: Values): FieldRule[] {
  const kind = item.applicantKinds.find(({ id }) => id === applicant['kind']) ?? item.applicantKinds[0];
  const kinds = item.applicantKinds.map(({ id, name }) => ({ value: id, label: name }));
  const byCard = (applicant['idType'] ?? 'identityCard') === 'identityCard';
  const isOrganisation = applicant['idType'] === 'creditCode';
  const seen = byCard ? bornAndSex(applicant['idNumber']) : undefined;
  return [
    ...(kinds.length > 1
      ? [{ id: 'kind', label: '服务对象', type: 'choice' as const, required: true, options: kinds }]
      : []),
    {
      id: 'idType',
      label: '证件类型',
      type: 'choice',
      required: true,
      options: kind?.organisation ? papers.filter(({ value }) => value === 'creditCode') : papers,
    },
    {
      id: 'idNumber',
      label: byCard ? '身份证号' : isOrganisation ? '统一社会信用代码' : '证件号码',
      type: byCard ? 'idNumber' : isOrganisation ? 'creditCode' : 'text',
      required: true,
      ...(byCard || isOrganisation ? {} : { maxLength: 30 }),
      ...(seen ? { help: seen } : {}),
    },
    isOrganisation
      ? { id: 'name', label: '单位名称', type: 'text', required: true, maxLength: 60 }
      : { id: 'name', label: '姓名', type: 'personName', required: true },
    { id: 'phone', label: '联系电话', type: 'phone', required: true },
    { id: 'address', label: '联系地址', type: 'text', maxLength: 200 },
  ];
}

/** An organisation is known by its credit code, a person by the identity card unless another paper was chosen. */
export function shownApplicant(item: ItemPublished, applicant: Values): Values {
  const kind = item.applicantKinds.find(({ id }) => id === applicant['kind']) ?? item.applicantKinds[0];
  return {
    ...(kind ? { kind: kind.id } : {}),
    ...applicant,
    idType: kind?.organisation ? 'creditCode' : (applicant['idType'] ?? 'identityCard'),
  };
}
