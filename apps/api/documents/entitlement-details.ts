import type { DocumentState, FactValue } from '@due-process/contracts';
import type { Details } from '@due-process/documents';
import { shanghaiDate } from '@due-process/domain';
import type { Issue } from './issue';

type Data = Readonly<Record<string, unknown>>;
type Row = Record<string, string | number>;

const statusWords: Record<string, string> = { enrolled: '正常参保', suspended: '暂停参保（停保）' };
const kindWords: Record<string, string> = { employee: '职工基本医疗保险', resident: '城乡居民基本医疗保险' };

const text = (data: Data, name: string): string => (typeof data[name] === 'string' ? data[name] : '');
const number = (data: Data, name: string): number => Number(data[name] ?? 0);
const given = <Key extends string>(data: Data, key: Key): { [K in Key]?: string } =>
  (text(data, key) ? { [key]: text(data, key) } : {}) as { [K in Key]?: string };
const rows = (value: unknown): Row[] => (Array.isArray(value) ? (value as Extract<FactValue, Row[]>) : []);
const askedOn = (data: Data, issuedOn: string): string =>
  text(data, 'askedAt') ? shanghaiDate(text(data, 'askedAt')) : issuedOn;

/** Documents of queries, account payments, filings and settlements at the hospital, from what the story put into them. Nothing for any other document. */
export function entitlementDetails({ type, data, issuedOn }: DocumentState, issue: Issue): Details | undefined {
  switch (type) {
    case 'contributionProof':
    case 'contributionRecord':
      return {
        type,
        insuranceKind: kindWords[text(data, 'kind')] ?? '基本医疗保险',
        status: statusWords[text(data, 'status')] ?? text(data, 'status'),
        ...given(data, 'insuredSince'),
        ...given(data, 'suspendedOn'),
        ...given(data, 'employer'),
        paidMonths: number(data, 'paidMonths'),
        ...(data.baseFen === undefined ? {} : { baseFen: number(data, 'baseFen') }),
        ...(data.accountBalanceFen === undefined ? {} : { accountBalanceFen: number(data, 'accountBalanceFen') }),
        years: rows(data.periods).map((line) => ({
          year: String(line.year),
          months: number(line, 'months'),
          baseFen: number(line, 'baseFen'),
          personalFen: number(line, 'personalFen'),
          employerFen: number(line, 'employerFen'),
          toAccountFen: number(line, 'toAccountFen'),
        })),
        askedOn: askedOn(data, issuedOn),
      };
    case 'employerContributionRecord':
      return {
        type,
        ...given(data, 'registeredOn'),
        insuredCount: number(data, 'insuredCount'),
        ...given(data, 'paidThrough'),
        owedFen: number(data, 'owedFen'),
        months: rows(data.months).map((line) => ({
          month: String(line.month),
          insured: number(line, 'insured'),
          baseFen: number(line, 'baseFen'),
          dueFen: number(line, 'dueFen'),
          paidFen: number(line, 'paidFen'),
        })),
        askedOn: askedOn(data, issuedOn),
      };
    case 'accountPaymentSheet':
      return {
        type,
        reason: issue.variantName ?? '符合规定的情形',
        amountFen: number(data, 'amountFen'),
        paymentNo: text(data, 'paymentNo'),
        ...claimantOf(issue),
      };
    case 'residenceFilingForm':
    case 'referralFilingForm':
    case 'emergencyReviewForm':
      return {
        type,
        entries: filingEntries(issue, text(data, 'placeName')),
        placeName: text(data, 'placeName'),
        ...given(data, 'hospital'),
        validFrom: text(data, 'validFrom') || issuedOn,
        ...given(data, 'validUntil'),
        ...given(data, 'opinion'),
      };
    case 'settlementSheet':
      return {
        type,
        settlementNo: text(data, 'settlementNo'),
        insured: data.insured === 'resident' ? '居民' : '职工',
        visit: data.visit === 'outpatient' ? '门诊' : '住院',
        hospital: issue.formWords(issue.state.form).find(([label]) => label.includes('医疗机构'))?.[1] ?? '',
        totalFen: number(data, 'totalFen'),
        withinRulesFen: number(data, 'withinRulesFen'),
        basicFen: number(data, 'basicFen'),
        seriousFen: number(data, 'seriousFen'),
        supplementaryFen: number(data, 'supplementaryFen'),
        personalFen: number(data, 'personalFen'),
      };
    default:
      return undefined;
  }
}

/** The form as it was filled in, with the city in place of its agency. */
function filingEntries({ state, formWords }: Issue, city: string): [label: string, text: string][] {
  const { otherPlace } = state.form;
  const agency = otherPlace && typeof otherPlace === 'object' && 'name' in otherPlace ? otherPlace.name : undefined;
  return formWords(state.form).map(([label, words]) => [label, words === agency && city ? city : words]);
}

/** Who asked for the money, where it was not the insured person: 继承人, 所在单位, 委托人. */
function claimantOf({ state, applicantKindName }: Issue): { claimant?: string } {
  const { claimantName, claimantUnit } = state.form;
  const name =
    claimantName && typeof claimantName === 'object' && 'masked' in claimantName ? claimantName.masked : claimantUnit;
  return typeof name === 'string' && name ? { claimant: `${applicantKindName ?? ''} ${name}`.trim() } : {};
}
