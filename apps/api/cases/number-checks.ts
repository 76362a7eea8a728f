import { shanghaiDate, type NumberChecks } from '@due-process/domain';
import { stdnum } from 'stdnum';
import type { CatalogShelf } from '../items/catalog-shelf';
import type { Organisations } from '../organisations/organisations';
import { placeName } from './places';

/** 统一社会信用代码, GB 32100-2015: the library refuses codes whose check character is 0, so the rule stands here. */
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  const sum = creditWeights.reduce((total, weight, at) => total + weight * creditAlphabet.indexOf(code[at] ?? ''), 0);
  return creditAlphabet[(31 - (sum % 31)) % 31] === code[17];
}

/** 公民身份号码, GB 11643-1999: 18 digits with region, real date of birth and check digit. */
export const isIdentityCard = (number: string): boolean =>
  /^\d{6}(19|20)\d{9}[\dX]$/.test(number) && stdnum.CN?.ric?.validate(number).isValid === true;

export const numberChecks = (shelf: CatalogShelf, organisations: Organisations): NumberChecks => ({
  today: shanghaiDate(new Date().toISOString()),
  identityCard: isIdentityCard,
  creditCode: isCreditCode,
  agencyName: (code) => shelf.catalog.agencies.find((agency) => agency.region === code)?.name ?? placeName(code),
  organisationName: (id, kinds) => {
    const found = organisations.byId(id);
    return found && (kinds ?? [found.kind]).includes(found.kind) ? found.name : undefined;
  },
  isStaffed: (id) => organisations.byId(id)?.staffed === true,
});
