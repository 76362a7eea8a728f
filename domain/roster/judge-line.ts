import { personName } from '../intake/person-name';
import { isIdentityNumber } from './identity-number';

/** A line as it is judged: what the sheet says, and what earlier lines and lists say of the same person. */
export interface RosterEntry {
  name: string;
  idNumber: string;
  /** The first line of this list with the same number, when that is another one. */
  firstLine?: number;
  /** The day on which an earlier list registered the person for the same insurance and year. */
  registeredOn?: string;
}

/** The number as a sheet may write it: blanks, a small x, and the apostrophe by which spreadsheets keep long numbers as text. */
export const cleanIdNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s'’‘`-]/g, '')
    .toUpperCase();

/** Why a line cannot be registered, in words for whoever corrects it; undefined when it can. What only the register knows is asked there. */
export function whyNotRegistered({ name, idNumber, firstLine, registeredOn }: RosterEntry): string | undefined {
  if (name.trim() === '') return '姓名为空';
  if (personName(name) === undefined) return '姓名有误：应为 1 至 30 个字，不含数字和符号';
  if (idNumber === '') return '身份证号为空';
  if (!isIdentityNumber(idNumber)) return '身份证号有误：请核对位数、出生日期和校验位';
  if (firstLine !== undefined) return `与本名册第 ${firstLine} 行重复`;
  if (registeredOn !== undefined) return `已于 ${registeredOn} 由先前的名册登记`;
  return undefined;
}
