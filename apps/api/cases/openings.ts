import { Inject, Injectable, Logger } from '@nestjs/common';
import type {
  Actor,
  CommandAnswer,
  FieldRule,
  FormValue,
  IsoDate,
  ItemPublished,
  OpenCommand,
  WorkCalendar,
} from '@due-process/contracts';
import {
  caseNumber,
  checkOpening,
  isRecord,
  may,
  shanghaiDate,
  trimCalendar,
  type Opening,
  type PlainValue,
} from '@due-process/domain';
import { createCommandMac, type Keys } from '@due-process/secrets';
import type { EntityManager } from 'typeorm';
import { CalendarShelf } from '../calendars/calendar-shelf';
import { CatalogShelf } from '../items/catalog-shelf';
import { Database } from '../platform/database/database';
import { Problem } from '../platform/errors/problem';
import { inputProblem } from '../platform/http/schema.pipe';
import { KEYS } from '../platform/keys/keys.module';
import { claimFaults, readClaims } from '../uploads/upload-claims';
import { UploadStore, type Claim } from '../uploads/upload.store';
import { CaseEngine, CaseRunGone } from './case-engine';
import { FactLookup } from './fact-lookup';
import { numberChecks } from './number-checks';
import { OpeningStore, duplicateProblem, takenKey, type Opening as KeptOpening } from './opening.store';
import { PersonStore } from './person.store';
import { PersonalValues } from './personal-values';
import { createQueryCodes } from './query-codes';
import { RulesStore } from './rules.store';

export const openRoute = 'POST /api/cases';

export interface Opened {
  answer: CommandAnswer;
  queryCode: string;
  /** False when the key had been used before: the same case, nothing new. */
  first: boolean;
}

/** The years that can matter to a case: it travels with each one, and nothing of it counts by days before its papers came. */
const fromYearOf = (receivedOn: IsoDate, calendar: WorkCalendar): WorkCalendar =>
  trimCalendar(calendar, `${receivedOn.slice(0, 4)}-01-01`, `${Object.keys(calendar.years).sort().at(-1)}-12-31`);

/**
 * Registration (收件). Everything that can refuse is asked before a number is minted; the number, the query code and the command that opens the
 * case are then promised in one transaction, and the command is sent. After a crash anywhere the same key finds the promise and sends it again
 * (design §4, opening a case).
 */
@Injectable()
export class Openings {
  private readonly log = new Logger('Openings');
  private readonly mac;
  private readonly codes;

  constructor(
    @Inject(KEYS) keys: Keys,
    private readonly database: Database,
    private readonly shelf: CatalogShelf,
    private readonly calendars: CalendarShelf,
    private readonly engine: CaseEngine,
    private readonly facts: FactLookup,
    private readonly store: OpeningStore,
    private readonly persons: PersonStore,
    private readonly personal: PersonalValues,
    private readonly rules: RulesStore,
    private readonly uploads: UploadStore,
  ) {
    this.mac = createCommandMac(keys);
    this.codes = createQueryCodes(keys);
  }

  async open(actor: Actor, key: string, body: unknown): Promise<Opened> {
    const since = Date.now();
    const name = { account: actor.id, route: openRoute, key: this.mac.key(actor.id, openRoute, key) };
    const bodyMac = this.mac.body(body);
    const kept = await this.store.find(name);
    if (kept) return this.finish(kept, bodyMac, since, false);

    const { item, opening, claims } = this.check(actor, body);
    const duplicateKey = `${item.agency}:${item.code}:${this.persons.subjectOf(opening.applicant.idNumber)}`;
    const other = await this.store.openCaseOf(duplicateKey);
    if (other) {
      const parallel = await this.store.find(name);
      if (parallel) return this.finish(parallel, bodyMac, since, false);
      throw duplicateProblem(other);
    }
    const known = await this.facts.knownOrUnknown(item.facts, item.agency, opening.applicant.idNumber);
    const calendarVersion = await this.calendars.newestVersion();
    try {
      const promise = await this.database.transaction(async (manager) => {
        const command = await this.commandFor(manager, { actor, item, opening, key: name.key, bodyMac, known });
        return this.promise(manager, { ...name, item, bodyMac, duplicateKey, command, claims, calendarVersion });
      });
      return await this.finish(promise, bodyMac, since, true);
    } catch (error) {
      const taken = takenKey(error);
      if (taken === undefined) throw error;
      const parallel = await this.store.find(name);
      if (parallel) return this.finish(parallel, bodyMac, since, false);
      throw taken === 'duplicate' ? duplicateProblem(await this.store.openCaseOf(duplicateKey)) : error;
    }
  }

  private check(actor: Actor, body: unknown): { item: ItemPublished; opening: Opening; claims: Claim[] } {
    const { uploads, ...application } = isRecord(body) ? body : {};
    const code = isRecord(body) ? body.itemCode : undefined;
    const item = typeof code === 'string' ? this.shelf.catalog.published(code) : undefined;
    if (typeof code === 'string' && code.trim() !== '' && !item) throw new Problem('ITEM_UNKNOWN');
    const at = { now: new Date().toISOString(), checks: numberChecks(this.shelf) };
    const checked = checkOpening(application, item ? openingRules(item) : noRules, at);
    const files = readClaims(uploads, item?.materials ?? []);
    if (!item || 'faults' in checked || files.faults.length > 0) {
      const unnamed = item ? [] : [{ field: 'itemCode', code: 'REQUIRED', message: '请选择事项' }];
      throw inputProblem([...unnamed, ...('faults' in checked ? checked.faults : []), ...files.faults]);
    }
    if (item.agency !== actor.agency) throw new Problem('ACCESS_DENIED', { detail: '该事项由其他统筹地区办理' });
    const { opening } = checked;
    const backdate = may(actor, 'backdate', { agency: item.agency, unit: opening.officeId });
    if (opening.backdated && backdate !== true) throw new Problem('DATE_NOT_PERMITTED');
    return { item, opening, claims: files.claims };
  }

  private async commandFor(
    manager: EntityManager,
    given: {
      actor: Actor;
      item: ItemPublished;
      opening: Opening;
      key: string;
      bodyMac: string;
      known: OpenCommand['facts'];
    },
  ): Promise<OpenCommand> {
    const { actor, item, opening, key, bodyMac, known } = given;
    const { applicant, form, backdated: _backdated, ...rest } = opening;
    const address: Record<string, PlainValue> = applicant.address ? { applicantAddress: applicant.address } : {};
    const sealed = this.personal.seal([...item.form, addressField], { ...form, ...address }, key);
    const papers: Record<string, FormValue> =
      applicant.idType === 'identityCard' ? {} : { applicantIdType: applicant.idType };
    const ref = await this.persons.keep(manager, item.agency, applicant);
    await this.personal.store(item.agency, sealed.rows, manager);
    const rulesHash = await this.rules.pin(manager, item.code);
    return {
      actor,
      key,
      bodyMac,
      ...rest,
      applicant: ref,
      form: { ...sealed.form, ...papers },
      facts: known,
      rulesHash,
    };
  }

  /** Mints number and code last: until the commit the agency's counter is held. */
  private async promise(
    manager: EntityManager,
    given: {
      account: string;
      route: string;
      key: string;
      item: ItemPublished;
      bodyMac: string;
      duplicateKey: string;
      command: OpenCommand;
      claims: Claim[];
      calendarVersion: string;
    },
  ): Promise<KeptOpening> {
    const { item, command, duplicateKey, claims, calendarVersion } = given;
    await this.store.release(manager, duplicateKey);
    const today = shanghaiDate(new Date().toISOString());
    const agency = this.shelf.catalog.agencies.find(({ region }) => region === item.agency)?.code ?? '001';
    const serial = await this.store.nextSerial(manager, item.agency, today);
    const caseNo = caseNumber({ region: item.agency, agency, on: today, serial });
    const refused = await this.uploads.claim(given.account, caseNo, claims, manager);
    if (refused.length > 0) throw inputProblem(claimFaults(refused));
    const code = this.codes.mint();
    const row = {
      ...given,
      caseNo,
      agency: item.agency,
      queryCodeHash: this.codes.hash(caseNo, code),
      queryCodeSealed: this.codes.seal(code),
      start: { command, rulesHash: command.rulesHash, calendarVersion },
    };
    await this.store.insert(manager, row);
    return { ...row, answer: null };
  }

  /** Sends the opening, again if need be: the case's workflow id and the Update's id make it one. */
  private async finish(opening: KeptOpening, bodyMac: string, since: number, first: boolean): Promise<Opened> {
    if (opening.bodyMac !== bodyMac) throw new Problem('IDEMPOTENCY_KEY_REUSED');
    const queryCode = this.codes.open(opening.queryCodeSealed);
    if (opening.answer) return { answer: opening.answer, queryCode, first: false };
    const { command, rulesHash, calendarVersion } = opening.start;
    const start = {
      caseNo: opening.caseNo,
      rules: await this.rules.byHash(rulesHash),
      calendar: fromYearOf(command.receivedOn, await this.calendars.byVersion(calendarVersion)),
    };
    const answer = await this.engine.open(start, command, since).catch((error: unknown) => {
      if (error instanceof CaseRunGone) return this.answerOfEnded(opening.caseNo, error);
      throw error;
    });
    void this.store.answered(opening.caseNo, answer).catch((error: unknown) => {
      this.log.warn({ err: error }, 'an opening was answered and not marked so; the same key sends it again');
    });
    return { answer, queryCode, first };
  }

  /** The run opened, went its way and ended before its opening was marked as answered. */
  private async answerOfEnded(caseNo: string, cause: CaseRunGone): Promise<CommandAnswer> {
    const [row] = await this.database.query<CommandAnswer>(
      `select case_no as "caseNo", max(version) as version, max(seq) as seq from case_event
        where case_no = $1 and command_action = 'open' and voided_at is null group by case_no`,
      [caseNo],
    );
    if (!row) throw new Problem('SERVICE_UNAVAILABLE', { cause });
    return row;
  }
}

const addressField: FieldRule = { id: 'applicantAddress', label: '联系地址', type: 'text', personal: true };

const openingRules = (item: ItemPublished) => ({
  agency: item.agency,
  form: item.form,
  materials: item.materials,
  channels: item.channels.filter((channel) => channel.open).map(({ id }) => id),
  variants: item.variants.map(({ id }) => id),
  offices: item.offices.map(({ id }) => id),
  applicantKinds: item.applicantKinds.map(({ id }) => id),
});

const noRules = { agency: '', form: [], materials: [], channels: [], variants: [], offices: [], applicantKinds: [] };
