import { Inject, Injectable } from '@nestjs/common';
import type { CaseEvent, CaseState, IsoDate, ItemPublished } from '@due-process/contracts';
import { composeSheet, type CaseFacts, type Sheet } from '@due-process/documents';
import { derivationSheet, maskedNumber, shanghaiDate } from '@due-process/domain';
import type { Keys } from '@due-process/secrets';
import { CaseReader, type ReadCase } from '../cases/case-reader';
import { Directory } from '../cases/directory';
import { PersonStore } from '../cases/person.store';
import { PersonalValues } from '../cases/personal-values';
import { placeName } from '../cases/places';
import { createQueryCodes } from '../cases/query-codes';
import { CatalogShelf } from '../items/catalog-shelf';
import { Database } from '../platform/database/database';
import { RosterLines } from '../rosters/roster-lines.store';
import { KEYS } from '../platform/keys/keys.module';
import { derivationDetails, detailsOf, specialProcedure } from './document-details';
import { derivationNo, numbered } from './document-numbers';
import { formWords } from './form-words';
import type { Issue } from './issue';

/** Words of documents, from the case as it stood when each was issued. The only reason for which a name is opened here is to be printed. */
@Injectable()
export class DocumentSheets {
  private readonly codes;

  constructor(
    @Inject(KEYS) keys: Keys,
    private readonly database: Database,
    private readonly reader: CaseReader,
    private readonly persons: PersonStore,
    private readonly personal: PersonalValues,
    private readonly rosters: RosterLines,
    private readonly directory: Directory,
    private readonly shelf: CatalogShelf,
  ) {
    this.codes = createQueryCodes(keys);
  }

  /** `site`: where applicants reach the progress page. Nothing for a number that the case does not have. */
  async of(found: ReadCase, documentNo: string, site: string): Promise<Sheet | undefined> {
    const what = numbered(found.state, documentNo);
    switch (what?.kind) {
      case 'issued': {
        const { document } = what;
        const issue = await this.issue(found, (event) => isIssue(event, documentNo));
        const said =
          document.type === 'receipt'
            ? await this.receiptCode(found.caseNo, site)
            : document.type === 'rosterResult'
              ? { returnedLines: await this.returnedLines(issue.state) }
              : {};
        const details = detailsOf(document, { ...issue, ...said });
        return composeSheet(await this.facts(found, issue.state, document), details);
      }
      case 'specialProcedure': {
        const { id, openedOn } = what.pause;
        const { state } = await this.issue(
          found,
          (event) => event.type === 'pauseOpened' && event.data.pause.id === id,
        );
        const facts = await this.facts(found, state, { documentNo, name: '特别程序告知书', issuedOn: openedOn });
        return composeSheet(facts, specialProcedure(state, what.pause));
      }
      case 'service': {
        const { name: servedName, documentNo: servedNo, issuedOn } = what.of;
        const { state } = await this.issue(found, (event) => isIssue(event, servedNo));
        const facts = await this.facts(found, state, { documentNo, name: '送达回证', issuedOn });
        return composeSheet(facts, { type: 'proofOfService', servedName, servedNo });
      }
      default:
        return undefined;
    }
  }

  /** 推导单 as the journal stands. Nothing for an unknown limit. */
  async derivation(found: ReadCase, clockId: string): Promise<Sheet | undefined> {
    const { state, events } = found;
    const clock = Object.hasOwn(state.clocks, clockId) ? state.clocks[clockId] : undefined;
    const last = events.at(-1);
    if (!clock || !last) return undefined;
    const sheet = derivationSheet(state, clock, { now: last.recordedAt });
    const issuedOn = shanghaiDate(last.recordedAt);
    const facts = { documentNo: derivationNo(state, clockId), name: '办理时限推导单', issuedOn };
    return composeSheet(await this.facts(found, state, facts), derivationDetails(state, sheet));
  }

  /** The case right after and right before the events that one act made together. A case restored from a backup is taken as it stands. */
  private async issue(found: ReadCase, isIt: (event: CaseEvent) => boolean): Promise<Issue> {
    const { events } = found;
    const at = events.findIndex(isIt);
    const event = events[at];
    const item = this.shelf.catalog.published(found.rules.code);
    const surroundings = {
      events,
      ...(item ? { limitStatement: item.limitStatement.text } : {}),
      ...named('variantName', item?.variants, found.state.variant),
      ...named('applicantKindName', item?.applicantKinds, found.state.applicant.kind),
      formWords: (form: CaseState['form']) => formWords(item?.form ?? [], form),
      placeName: (region: string) => this.placeName(region),
      nameOf: await this.directory.displayNames(events.map(({ by }) => by)),
    };
    if (!event) return { state: found.state, before: found.state, ...surroundings };
    const together = (one: CaseEvent): boolean => one.recordedAt === event.recordedAt;
    let [first, last] = [at, at];
    while (first > 0 && together(events[first - 1] as CaseEvent)) first -= 1;
    while (last + 1 < events.length && together(events[last + 1] as CaseEvent)) last += 1;
    const after = await this.reader.upTo(found, events[last]?.seq ?? event.seq);
    const before = first === 0 ? after : await this.reader.upTo(found, events[first - 1]?.seq ?? 0);
    return { state: after.state, before: before.state, ...surroundings };
  }

  private async facts(
    { personId, caseNo }: ReadCase,
    state: CaseState,
    document: { documentNo: string; name: string; issuedOn: IsoDate },
  ): Promise<CaseFacts> {
    const [full, masked] = [await this.persons.full(personId), await this.persons.masked(personId)];
    const { rules, agency, officeId } = state;
    const item = this.shelf.catalog.published(rules.code);
    const office = item?.offices.find(({ id }) => id === officeId);
    const telephone = office?.queryTelephone ?? office?.telephone;
    const channel = item?.channels.find(({ id }) => id === state.channel)?.name;
    const addressee = await this.inPlaceOf(state, item);
    const kind = item?.applicantKinds.find(({ id }) => id === state.applicant.kind);
    return {
      documentNo: document.documentNo,
      name: document.name,
      issuedOn: document.issuedOn,
      agency: this.directory.agencyName(agency),
      office: {
        name: office?.name ?? this.directory.unitName(agency, officeId),
        ...(office ? { address: office.address, hours: office.hours } : {}),
        ...(telephone ? { telephone } : {}),
        ...(office?.supervisionTelephone ? { supervisionTelephone: office.supervisionTelephone } : {}),
      },
      item: { code: rules.code, name: rules.name, guide: `《${item?.guide.title ?? '办事指南'}》` },
      caseNo,
      applicant: {
        name: full?.name ?? state.applicant.masked,
        idNumber: masked?.idNumber ?? '',
        ...(kind?.organisation ? { organisation: true } : {}),
      },
      ...(addressee ? { addressee } : {}),
      receivedOn: state.receivedOn,
      ...(state.acceptedOn ? { acceptedOn: state.acceptedOn } : {}),
      ...(channel ? { channel } : {}),
    };
  }

  /** As many as a person reads; the rest is fetched as a file. Names are printed for whoever handed them in, numbers masked as on every paper. */
  private async returnedLines({ form }: CaseState): Promise<NonNullable<Issue['returnedLines']>> {
    const list = Object.values(form).find((value) => value && typeof value === 'object' && 'lines' in value);
    if (!list || typeof list !== 'object' || !('code' in list)) return [];
    const lines: NonNullable<Issue['returnedLines']> = [];
    for await (const { lineNo, name, idNumber, reason } of this.rosters.rejected(list.code, true, printedLines)) {
      lines.push({ lineNo, name, idNumber: maskedNumber(idNumber), reason: reason ?? '' });
      if (lines.length === printedLines) break;
    }
    return lines;
  }

  /** Who applied for a person who has died, by the field that the item names for this kind of applicant. */
  private async inPlaceOf({ applicant, form }: CaseState, item?: ItemPublished): Promise<string | undefined> {
    const field = item?.applicantKinds.find(({ id }) => id === applicant.kind)?.addressee;
    const value = field === undefined ? undefined : form[field];
    if (typeof value === 'string') return value;
    return value && typeof value === 'object' && 'sealed' in value ? this.personal.open(value.sealed) : undefined;
  }

  /** The code stands in the fragment of the address: it reaches the page and no log of a server. */
  private async receiptCode(caseNo: string, site: string): Promise<Pick<Issue, 'queryCode' | 'progressUrl'>> {
    const [row] = await this.database.query<{ query_code_sealed: string }>(
      'select query_code_sealed from opening where case_no = $1',
      [caseNo],
    );
    if (!row) return {};
    const queryCode = this.codes.open(row.query_code_sealed);
    const fragment = `caseNo=${caseNo}&queryCode=${encodeURIComponent(queryCode)}`;
    return { queryCode, ...(site ? { progressUrl: `${site}/progress#${fragment}` } : {}) };
  }

  private placeName(region: string): string {
    return this.shelf.knowsRegion(region) ? this.directory.agencyName(region) : (placeName(region) ?? region);
  }
}

/** Lines that came back, on the paper itself. */
const printedLines = 200;

const named = <Key extends string>(
  key: Key,
  list: readonly { id: string; name: string }[] | undefined,
  id?: string,
) => {
  const name = list?.find((one) => one.id === id)?.name;
  return (name === undefined ? {} : { [key]: name }) as { [K in Key]?: string };
};

const isIssue = (event: CaseEvent, documentNo: string): boolean =>
  event.type === 'documentIssued' && event.data.document.documentNo === documentNo;
