import { Inject, Injectable } from '@nestjs/common';
import type { ProgressAnswer, PublicOffice } from '@due-process/contracts';
import { isCaseNumber, publicProgress } from '@due-process/domain';
import type { Keys } from '@due-process/secrets';
import { QueryFailedError } from 'typeorm';
import { CaseReader, type ReadCase } from '../cases/case-reader';
import { Directory } from '../cases/directory';
import { createQueryCodes } from '../cases/query-codes';
import { CatalogShelf } from '../items/catalog-shelf';
import { Database } from '../platform/database/database';
import { Problem } from '../platform/errors/problem';
import { KEYS } from '../platform/keys/keys.module';
import { ratingLevels, type RatingInput } from './progress.schemas';

/** Whoever has number and code is the applicant, or was given both by them. A wrong number and a wrong code are told alike. */
@Injectable()
export class PublicCases {
  private readonly codes;

  constructor(
    @Inject(KEYS) keys: Keys,
    private readonly database: Database,
    private readonly reader: CaseReader,
    private readonly directory: Directory,
    private readonly shelf: CatalogShelf,
  ) {
    this.codes = createQueryCodes(keys);
  }

  async progress(caseNo: string, queryCode: string): Promise<ProgressAnswer> {
    const { state } = await this.opened(caseNo, queryCode);
    const closesAt = this.directory.closesAt(state.agency);
    const progress = publicProgress(state, { now: new Date().toISOString(), ...(closesAt ? { closesAt } : {}) });
    const [rated] = await this.database.query('select 1 from rating where case_no = $1 limit 1', [caseNo]);
    const office = this.office(state.agency, state.rules.code, state.officeId);
    return { ...progress, canRate: progress.canRate && !rated, rated: rated !== undefined, office };
  }

  async rate({
    caseNo,
    queryCode,
    level,
    phrases,
    text,
  }: RatingInput): Promise<{ caseNo: string; level: string; words: string }> {
    const { state } = await this.opened(caseNo, queryCode);
    if (state.outcome === undefined) throw new Problem('RATING_NOT_OPEN');
    const { level: stored, words } = ratingLevels[level];
    try {
      await this.database.query(
        `insert into rating (case_no, visit, level, phrases, remark) values ($1, 'case', $2, $3, $4)`,
        [caseNo, stored, phrases ?? [], text || null],
      );
    } catch (error) {
      if (isRepeated(error)) throw new Problem('RATING_GIVEN');
      throw error;
    }
    return { caseNo, level, words };
  }

  /** The case behind number and code. @throws Problem `PROGRESS_UNKNOWN`, for a wrong number and a wrong code alike. */
  async opened(caseNo: string, queryCode: string): Promise<ReadCase> {
    const [row] = await this.database.query<{ query_code_hash: string }>(
      'select query_code_hash from opening where case_no = $1',
      [isCaseNumber(caseNo) ? caseNo : ''],
    );
    if (!this.codes.matches(caseNo, queryCode, row?.query_code_hash)) throw new Problem('PROGRESS_UNKNOWN');
    const found = await this.reader.find(caseNo);
    if (!found) throw new Problem('PROGRESS_UNKNOWN');
    return found;
  }

  /** Address and telephone as the item's own section prints them. */
  private office(agency: string, item: string, officeId: string): PublicOffice {
    const printed = this.shelf.catalog.published(item)?.offices.find((office) => office.id === officeId);
    const telephone = printed?.queryTelephone ?? printed?.telephone;
    return {
      name: printed?.name ?? this.directory.unitName(agency, officeId),
      agency: this.directory.agencyName(agency),
      ...(printed ? { address: printed.address, hours: printed.hours } : {}),
      ...(telephone ? { telephone } : {}),
    };
  }
}

const isRepeated = (error: unknown): boolean =>
  error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23505';
