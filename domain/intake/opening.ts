import {
  conditionsHold,
  type Condition,
  type FieldRule,
  type Instant,
  type IsoDate,
  type MaterialRule,
  type MaterialState,
} from '@due-process/contracts';
import { shanghaiDate } from '../calendar';
import { checkApplicant, isOrganisation, type Applicant } from './applicant';
import { fault, isBlank, isRecord, type FieldFault } from './fault';
import type { NumberChecks, PlainValue } from './field-value';
import { checkFields } from './fields';
import { checkMaterials } from './materials';
import { checkOwnDate } from './received-on';

/** What the edition in force says about taking this item in. */
export interface OpeningRules {
  agency: string;
  form: readonly FieldRule[];
  materials: readonly MaterialRule[];
  channels: readonly string[];
  variants: readonly string[];
  offices: readonly string[];
  applicantKinds: readonly string[];
  /** Those of them that are organisations. */
  organisationKinds?: readonly string[];
  /** A channel with conditions is open to these applications alone. */
  channelWhen?: Readonly<Record<string, Condition[] | undefined>>;
}

export interface Opening {
  officeId: string;
  channel: string;
  variant?: string;
  applicant: Applicant;
  form: Record<string, PlainValue>;
  materials: MaterialState[];
  receivedOn: IsoDate;
  /** The receipt has a true date other than today. */
  backdated: boolean;
  acceptNow: boolean;
}

const members = [
  'itemCode',
  'officeId',
  'channel',
  'variant',
  'applicant',
  'form',
  'materials',
  'receivedAt',
  'acceptNow',
];

/** A registration whole, or every one of its bad fields. */
export function checkOpening(
  body: unknown,
  rules: OpeningRules,
  at: { now: Instant; checks: NumberChecks; phoneOptional?: boolean },
): { opening: Opening } | { faults: FieldFault[] } {
  if (!isRecord(body)) return { faults: [fault('', 'WRONG_TYPE', '应为对象')] };
  const faults = Object.keys(body)
    .filter((name) => !members.includes(name))
    .map((name) => fault(name.slice(0, 60), 'UNKNOWN_FIELD', '没有这个栏目'));
  const choose = (name: string, label: string, offered: readonly string[], required: boolean): string => {
    const value = body[name];
    if (isBlank(value)) {
      if (required) faults.push(fault(name, 'REQUIRED', `请选择${label}`));
    } else if (typeof value !== 'string' || !offered.includes(value)) {
      faults.push(fault(name, 'NOT_OFFERED', `该事项没有这个${label}`));
    } else return value;
    return '';
  };
  const officeId = choose('officeId', '受理机构', rules.offices, true);
  const channel = choose('channel', '办理渠道', rules.channels, true);
  const variant = choose('variant', '办理情形', rules.variants, rules.variants.length > 0);
  const who = checkApplicant(body.applicant, rules.applicantKinds, at.checks, at.phoneOptional);
  if (who.applicant && rules.organisationKinds?.includes(who.applicant.kind) && !isOrganisation(who.applicant))
    faults.push(fault('applicant.idType', 'NOT_OFFERED', '单位以统一社会信用代码登记'));
  const received = checkOwnDate(body.receivedAt, { field: 'receivedAt', now: at.now });
  if (body.acceptNow !== undefined && typeof body.acceptNow !== 'boolean') {
    faults.push(fault('acceptNow', 'WRONG_TYPE', '应为 true 或 false'));
  }
  const kind = who.applicant?.kind ?? statedKind(body.applicant, rules.applicantKinds);
  const scope = {
    agency: rules.agency,
    variant,
    channel,
    applicant: { kind },
    form: isRecord(body.form) ? body.form : {},
  };
  if (channel && !conditionsHold(rules.channelWhen?.[channel], scope)) {
    faults.push(fault('channel', 'NOT_OFFERED', '此情形不能通过该渠道办理'));
  }
  const form = checkFields(rules.form, body.form, { prefix: 'form', scope, checks: at.checks });
  const on = 'on' in received ? received.on : shanghaiDate(at.now);
  const materials = checkMaterials(rules.materials, body.materials, { prefix: 'materials', scope, on });
  faults.push(...who.faults, ...form.faults, ...materials.faults, ...('fault' in received ? [received.fault] : []));
  if (faults.length > 0 || !who.applicant || 'fault' in received) return { faults };
  return {
    opening: {
      officeId,
      channel,
      ...(variant ? { variant } : {}),
      applicant: who.applicant,
      form: form.values,
      materials: materials.materials,
      receivedOn: received.on,
      backdated: received.own,
      acceptNow: body.acceptNow === true,
    },
  };
}

/** For an applicant with other faults: the kind as stated, so that form and checklist are judged by the right conditions. */
function statedKind(applicant: unknown, kinds: readonly string[]): string | undefined {
  return isRecord(applicant) && typeof applicant.kind === 'string' ? applicant.kind : kinds[0];
}
