import { fault, isBlank, isRecord, type FieldFault } from './fault';
import { identityCard, readValue, type NumberChecks, type ValueOrFault } from './field-value';

/** What an applicant may be known by: a person by a paper, an organisation (用人单位, 学校, 定点机构) by its credit code. */
export const idTypes = {
  identityCard: '居民身份证',
  creditCode: '统一社会信用代码',
  residencePermit: '港澳台居民居住证',
  permanentResidentCard: '外国人永久居留身份证',
  passport: '护照',
} as const;
export type IdType = keyof typeof idTypes;

export interface Applicant {
  kind: string;
  name: string;
  idType: IdType;
  idNumber: string;
  phone?: string;
  address?: string;
}

/** An organisation's name may hold figures and brackets: 青岛市第三人民医院（东院区）. */
const organisationName = { label: '单位名称', type: 'text', required: true, maxLength: 60 } as const;
const fields = {
  name: { label: '姓名', type: 'personName', required: true },
  phone: { label: '联系电话', type: 'phone', required: true },
  address: { label: '联系地址', type: 'text', required: false },
} as const;
const otherNumber = /^[A-Z0-9]{5,30}$/;

/** Whether the applicant is an organisation: its name and number are public and are shown whole. */
export const isOrganisation = ({ idType }: Pick<Applicant, 'idType'>): boolean => idType === 'creditCode';

/**
 * `kinds`: the item's 服务对象; the first is meant when none is named. Whom a pushed list names without a telephone (`phoneOptional`) is told
 * by other ways.
 */
export function checkApplicant(
  given: unknown,
  kinds: readonly string[],
  checks: NumberChecks,
  phoneOptional = false,
): { applicant?: Applicant; faults: FieldFault[] } {
  if (!isRecord(given)) return { faults: [fault('applicant', 'REQUIRED', '请填写申请人')] };
  const faults: FieldFault[] = Object.keys(given)
    .filter((id) => !['kind', 'idType', 'idNumber', ...Object.keys(fields)].includes(id))
    .map((id) => fault(`applicant.${id.slice(0, 60)}`, 'UNKNOWN_FIELD', '没有这个栏目'));
  const take = (id: string, label: string, read: ValueOrFault): string => {
    if ('value' in read) return String(read.value);
    faults.push(fault(`applicant.${id}`, read.code, `${label}：${read.message}`));
    return '';
  };
  const plain = (id: keyof typeof fields): string | undefined => {
    const rule = id === 'name' && given.idType === 'creditCode' ? organisationName : fields[id];
    const value = given[id];
    if (!isBlank(value)) return take(id, rule.label, readValue({ id, ...rule }, value, checks));
    if (rule.required && !(phoneOptional && id === 'phone'))
      faults.push(fault(`applicant.${id}`, 'REQUIRED', `请填写${rule.label}`));
    return undefined;
  };
  const kind = isBlank(given.kind) ? (kinds[0] ?? 'person') : given.kind;
  if (typeof kind !== 'string' || (kinds.length > 0 && !kinds.includes(kind))) {
    faults.push(fault('applicant.kind', 'NOT_OFFERED', '该事项没有这类服务对象'));
  }
  const idType = isBlank(given.idType) ? 'identityCard' : given.idType;
  const knownType = typeof idType === 'string' && Object.hasOwn(idTypes, idType);
  if (!knownType)
    faults.push(fault('applicant.idType', 'NOT_OFFERED', `证件类型应为 ${Object.keys(idTypes).join('、')}`));
  let idNumber = '';
  if (isBlank(given.idNumber)) faults.push(fault('applicant.idNumber', 'REQUIRED', '请填写证件号码'));
  else if (knownType) idNumber = take('idNumber', '证件号码', readIdNumber(idType, given.idNumber, checks));
  const [name, phone, address] = [plain('name'), plain('phone'), plain('address')];
  if (faults.length > 0) return { faults };
  return {
    faults,
    applicant: {
      kind: String(kind),
      name: name ?? '',
      idType: idType as IdType,
      idNumber,
      ...(phone === undefined ? {} : { phone }),
      ...(address === undefined ? {} : { address }),
    },
  };
}

function readIdNumber(idType: string, value: unknown, checks: NumberChecks): ValueOrFault {
  if (idType === 'identityCard') return identityCard(value, checks);
  if (idType === 'creditCode')
    return readValue({ id: 'idNumber', label: '证件号码', type: 'creditCode' }, value, checks);
  if (typeof value !== 'string') return { code: 'WRONG_TYPE', message: '应为文字' };
  const plain = value.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  return otherNumber.test(plain) ? { value: plain } : { code: 'FORMAT', message: '应为 5 至 30 位字母或数字' };
}
