import type { CaseState, DocumentState } from '@due-process/contracts';
import type { Details } from '@due-process/documents';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const given = <Key extends string, Value>(key: Key, value: Value | undefined | '') =>
  (value === undefined || value === '' ? {} : { [key]: value }) as { [K in Key]?: Value };
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** Documents of 待遇认定 (YT-7, QD-5, QD-11) as the story filled them in. */
export function recognitionDetails({ type, data, issuedOn }: DocumentState, state: CaseState): Details | undefined {
  switch (type) {
    case 'recognitionForm':
      return {
        type,
        disease: text(data.diseaseName),
        approvedOn: text(data.approvedOn) || issuedOn,
        benefitFrom: text(data.benefitFrom) || issuedOn,
        ...given('decidedBy', text(data.decidedBy)),
        ...given('designatedHospital', text(data.designatedHospital)),
        ...given('signedOn', text(data.signedOn)),
      };
    case 'physicianOpinion':
      return { type, physicianNo: text(data.physicianNo), opinion: text(data.opinion) };
    case 'screeningNotice':
      return {
        type,
        reasons: Array.isArray(data.reasons) ? data.reasons.map(text) : [],
        ...given('adlScore', number(data.adlScore)),
        ...given('mmseScore', number(data.mmseScore)),
        ...given('objectionUntil', state.clocks.objectionPeriod?.dueOn),
      };
    case 'assessmentConclusion':
      return {
        type,
        meets: data.assessmentResult === 'meets',
        visitedOn: text(data.visitedOn) || issuedOn,
        visitors: text(data.visitors),
        ...given('findings', text(data.visitFindings)),
        opinion: text(data.opinion),
        ...given('careLevel', text(data.careLevel)),
      };
    default:
      return undefined;
  }
}
