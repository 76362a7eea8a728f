import { Inject, Injectable } from '@nestjs/common';
import {
  conditionsHold,
  type Actor,
  type CommandAnswer,
  type FieldRule,
  type FormValue,
  type IsoDate,
  type ItemPublished,
  type OpenCommand,
  type WorkCalendar,
} from '@due-process/contracts';
import { caseNumber, shanghaiDate, trimCalendar, type Opening, type PlainValue } from '@due-process/domain';
import type { Keys } from '@due-process/secrets';
import type { EntityManager } from 'typeorm';
import { AdmissionDesk, type Admitted } from '../admission/admission';
import { CalendarShelf } from '../calendars/calendar-shelf';
import { CatalogShelf } from '../items/catalog-shelf';
import { Database } from '../platform/database/database';
import { Problem } from '../platform/errors/problem';
import { inputProblem } from '../platform/http/schema.pipe';
import { KEYS } from '../platform/keys/keys.module';
import { RosterClaims } from '../rosters/roster-claims';
import { claimFaults } from '../uploads/upload-claims';
import { UploadStore, type Claim } from '../uploads/upload.store';
import { CaseEngine, CaseRunGone } from './case-engine';
import { FactLookup } from './fact-lookup';
import { OpeningAnswers } from './opening-answers';
import { OpeningStore, type Opening as KeptOpening, type OpeningKey } from './opening.store';
import { PersonStore } from './person.store';
import { PersonalValues } from './personal-values';
import { createQueryCodes } from './query-codes';
import { RulesStore } from './rules.store';

export interface Opened {
  answer: CommandAnswer;
  queryCode: string;
  /** False when the key had been used before: the same case, nothing new. */
  first: boolean;
}

export interface PromiseInput {
  name: OpeningKey;
  actor: Actor;
  /** The organisation whose account registers it. */
  organisation?: string;
  item: ItemPublished;
  opening: Opening;
  claims: Claim[];
  bodyMac: string;
  duplicateKey: string;
  /** Written with the number, or not at all. */
  beside?: (manager: EntityManager, caseNo: string) => Promise<void>;
}

/**
 * What stands behind every registration, whoever asks for it: number, query code and the command that opens the case are promised in one
 * transaction, and the command is sent. After a crash anywhere the same key finds the promise and sends it again (design §4, opening a case).
 */
@Injectable()
export class OpeningPromises {
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
    private readonly rosters: RosterClaims,
    private readonly admission: AdmissionDesk,
    private readonly answers: OpeningAnswers,
  ) {
    this.codes = createQueryCodes(keys);
  }

  /** Mints number and code last: until the commit the agency's counter is held. A key that another took first is thrown as the database names it. */
  async make(given: PromiseInput): Promise<KeptOpening> {
    const { item, opening } = given;
    const { variant, channel, applicant, form, receivedOn } = opening;
    const scope = { agency: item.agency, channel, applicant, form, receivedOn, ...(variant ? { variant } : {}) };
    await this.rosters.fill(item.form, form, given.name.account);
    const admitted = await this.admission.judge(item, opening, this.persons.subjectOf(applicant.idNumber));
    const asked = item.facts.filter((rule) => conditionsHold(rule.when, scope));
    const known = await this.facts.knownOrUnknown(asked, applicant.idNumber, scope);
    const calendarVersion = await this.calendars.newestVersion();
    return this.database.transaction(async (manager) => {
      const command = await this.commandFor(manager, given, known);
      await this.admission.reserve(manager, admitted);
      return this.promise(manager, given, command, { calendarVersion, admitted });
    });
  }

  /** Sends the opening, again if need be: the case's workflow id and the Update's id make it one. */
  async finish(opening: KeptOpening, since: number, first: boolean): Promise<Opened> {
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
    this.answers.note(answer);
    return { answer, queryCode, first };
  }

  private async commandFor(
    manager: EntityManager,
    { actor, organisation, item, opening, name, bodyMac }: PromiseInput,
    facts: OpenCommand['facts'],
  ): Promise<OpenCommand> {
    const { applicant, form, backdated: _backdated, ...rest } = opening;
    const address: Record<string, PlainValue> = applicant.address ? { applicantAddress: applicant.address } : {};
    const sealed = this.personal.seal([...item.form, addressField], { ...form, ...address }, name.key);
    const papers: Record<string, FormValue> =
      applicant.idType === 'identityCard' ? {} : { applicantIdType: applicant.idType };
    const ref = await this.persons.keep(manager, item.agency, applicant);
    await this.personal.store(item.agency, sealed.rows, manager);
    const rulesHash = await this.rules.pin(manager, item.code);
    return {
      actor,
      ...(organisation ? { organisation } : {}),
      key: name.key,
      bodyMac,
      ...rest,
      applicant: ref,
      form: { ...sealed.form, ...papers },
      facts,
      rulesHash,
    };
  }

  private async promise(
    manager: EntityManager,
    { name, item, bodyMac, duplicateKey, claims, beside }: PromiseInput,
    command: OpenCommand,
    { calendarVersion, admitted }: { calendarVersion: string; admitted: Admitted[] },
  ): Promise<KeptOpening> {
    const today = shanghaiDate(new Date().toISOString());
    const agency = this.shelf.catalog.agencies.find(({ region }) => region === item.agency)?.code ?? '001';
    const serial = await this.store.nextSerial(manager, item.agency, today, duplicateKey);
    const caseNo = caseNumber({ region: item.agency, agency, on: today, serial });
    const refused = await this.uploads.claim(name.account, caseNo, claims, manager);
    if (refused.length > 0) throw inputProblem(claimFaults(refused));
    await this.rosters.claim(item.form, command.form, { account: name.account, caseNo, manager });
    const code = this.codes.mint();
    const row = {
      ...name,
      bodyMac,
      duplicateKey,
      caseNo,
      agency: item.agency,
      queryCodeHash: this.codes.hash(caseNo, code),
      queryCodeSealed: this.codes.seal(code),
      start: { command, rulesHash: command.rulesHash, calendarVersion },
    };
    await this.store.insert(manager, row);
    await this.admission.keep(manager, admitted, { caseNo, item, receivedOn: command.receivedOn });
    await beside?.(manager, caseNo);
    return { ...row, answer: null };
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

/** The years that can matter to a case: it travels with each one, and nothing of it counts by days before its papers came. */
const fromYearOf = (receivedOn: IsoDate, calendar: WorkCalendar): WorkCalendar =>
  trimCalendar(calendar, `${receivedOn.slice(0, 4)}-01-01`, `${Object.keys(calendar.years).sort().at(-1)}-12-31`);
