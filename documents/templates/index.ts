import type { CaseFacts, Details, DetailsOf, DocumentType } from '../facts';
import type { Sheet } from '../sheet';
import { paymentNotice, settlementStatement } from './benefits';
import { derivation } from './derivation';
import { agreement, assessmentNotice, deliveryReceipt, designatedList, publicNotice } from './designation';
import {
  accountPaymentSheet,
  emergencyReviewForm,
  referralFilingForm,
  residenceFilingForm,
  settlementSheet,
} from './entitlement';
import { conclusionNotice, nonAcceptanceNotice, rejectionDecision } from './endings';
import { acceptanceNotice, receipt, supplementNotice } from './intake';
import { contactLetter, enrolmentCertificate, informationForm } from './letters';
import { rosterResult } from './roster';
import { contributionProof, contributionRecord, employerContributionRecord } from './records';
import { assessmentConclusion, physicianOpinion, recognitionForm, screeningNotice } from './recognition';
import { appropriationSheet, categoryReturnNotice, monthlySettlementSheet, paymentOrder } from './settlement';
import { otherDocument, proofOfService } from './service';
import { extensionNotice, specialProcedureNotice } from './time';

type Templates = { [Type in DocumentType]: (facts: CaseFacts, details: DetailsOf<Type>) => Sheet };

/** The wording of each document. A changed wording gets a new version; sheets already printed keep theirs. */
const templates: Templates = {
  receipt,
  acceptanceNotice,
  supplementNotice,
  nonAcceptanceNotice,
  rejectionDecision,
  conclusionNotice,
  rosterResult,
  extensionNotice,
  specialProcedureNotice,
  enrolmentCertificate,
  contactLetter,
  informationForm,
  contributionProof,
  contributionRecord,
  employerContributionRecord,
  accountPaymentSheet,
  residenceFilingForm,
  referralFilingForm,
  emergencyReviewForm,
  settlementSheet,
  settlementStatement,
  paymentNotice,
  recognitionForm,
  physicianOpinion,
  screeningNotice,
  assessmentConclusion,
  assessmentNotice,
  deliveryReceipt,
  publicNotice,
  agreement,
  designatedList,
  monthlySettlementSheet,
  paymentOrder,
  appropriationSheet,
  categoryReturnNotice,
  proofOfService,
  derivation,
  other: otherDocument,
};

/** What is addressed to the applicant goes to whoever applied in the place of a person who has died. */
export function composeSheet(facts: CaseFacts, details: Details): Sheet {
  const template = templates[details.type] as (facts: CaseFacts, details: Details) => Sheet;
  const sheet = template(facts, details);
  const moved = facts.addressee && sheet.addressee === facts.applicant.name ? { addressee: facts.addressee } : {};
  return { ...sheet, ...moved };
}
