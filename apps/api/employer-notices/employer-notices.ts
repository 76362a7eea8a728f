import { Injectable } from '@nestjs/common';
import type { ItemPublished } from '@due-process/contracts';
import { SourceOpenings } from '../cases/source-openings';
import { CatalogShelf } from '../items/catalog-shelf';
import { Problem } from '../platform/errors/problem';
import type { EmployerNotice } from './employer-notice.schema';

export interface TakenNotice {
  noticeNo: string;
  caseNo: string;
  repeated: boolean;
}

/** By which entry in the core platform an item is known that a notice may open, and the channels by which platforms open cases. */
const recordsOf: Record<EmployerNotice['kind'], string> = {
  registered: 'employerRegistration',
  cancelled: 'employerChange',
};
const platforms = ['oneStopPlatform', 'startupPlatform'];

/**
 * 一网通办 (YT-1.1 三.2, YT-1.3 三.2) and 企业开办智能一体化平台 (QD-1.1 四): the pushed information is the application; no papers are asked for, and
 * the case is accepted and entered at once. A notice sent again finds its case.
 */
@Injectable()
export class EmployerNotices {
  constructor(
    private readonly shelf: CatalogShelf,
    private readonly openings: SourceOpenings,
  ) {}

  /** @throws Problem `LETTER_WRONG_AGENCY` where nothing is registered by a platform, `INPUT_INVALID`, `LETTER_BODY_CHANGED`. */
  async take(notice: EmployerNotice): Promise<TakenNotice> {
    const { noticeNo, kind, agency, officeId, employer } = notice;
    const item = this.itemFor(agency, kind);
    const channel = item?.channels.find(({ id, open }) => open && platforms.includes(id));
    if (!item || !channel) throw new Problem('LETTER_WRONG_AGENCY', { detail: '该统筹地区没有由平台推送办理的事项' });
    const { name, creditCode, phone } = employer;
    const opened = await this.openings.open({
      source: { kind: 'pushedList', reference: noticeNo },
      itemCode: item.code,
      ...(officeId ? { officeId } : {}),
      channel: channel.id,
      ...(kind === 'cancelled' ? { variant: 'cancellation' } : {}),
      applicant: {
        ...(item.applicantKinds.some(({ id }) => id === 'enterprise') ? { kind: 'enterprise' } : {}),
        idType: 'creditCode',
        idNumber: creditCode,
        name,
        ...(phone ? { phone } : {}),
      },
      form: formOf(item, notice),
      acceptNow: true,
    });
    if (opened.changed) throw new Problem('LETTER_BODY_CHANGED');
    return { noticeNo, caseNo: opened.caseNo, repeated: opened.repeated };
  }

  private itemFor(agency: string, kind: EmployerNotice['kind']): ItemPublished | undefined {
    return this.shelf.catalog
      .items(agency)
      .map(({ code }) => this.shelf.catalog.published(code))
      .find((item) => item?.params.records === recordsOf[kind] && (kind === 'registered' || offersCancelling(item)));
  }
}

const offersCancelling = ({ variants }: ItemPublished): boolean => variants.some(({ id }) => id === 'cancellation');

/** What the notice tells of the fields that the item asks for. */
function formOf(item: ItemPublished, { kind, employer, cancellationReason }: EmployerNotice): Record<string, unknown> {
  const { legalRepresentative, registeredAddress, foundedOn, registrationNo } = employer;
  const told: Record<string, unknown> =
    kind === 'registered'
      ? { legalRepresentative, registeredAddress, foundedOn, registrationNo, employerType: 'enterprise' }
      : { cancellationReason, cancelledThrough: 'oneStop' };
  const asked = new Set(item.form.map(({ id }) => id));
  return Object.fromEntries(Object.entries(told).filter(([id, value]) => asked.has(id) && value !== undefined));
}
