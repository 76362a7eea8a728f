import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@due-process/contracts';
import { Database } from '../platform/database/database';

/** A round as it is listed: how many it has taken up, and how many it could not reach yet. */
export interface ListedReviewRound {
  id: string;
  itemCode: string;
  period: string;
  reviewOn: IsoDate;
  state: 'open' | 'finished';
  openedBy: string | null;
  openedAt: string;
  finishedAt: string | null;
  told: number;
  failed: number;
}

export interface RoundCase {
  caseNo: string;
  /** False while it could not be reached. */
  told: boolean;
}

/** A round is read whole up to this many cases. */
const most = 1000;

export interface NewReviewRound {
  id: string;
  agency: string;
  itemCode: string;
  round: string;
  period: string;
  reviewOn: IsoDate;
  openedBy: string;
}

@Injectable()
export class ReviewRoundsStore {
  constructor(private readonly database: Database) {}

  list(agency: string): Promise<ListedReviewRound[]> {
    return this.database.query<ListedReviewRound>(
      `select id, item_code as "itemCode", period, review_on::text as "reviewOn", state, opened_by as "openedBy",
              opened_at as "openedAt", finished_at as "finishedAt",
              (select count(*)::int from review_round_case where round_id = id and told_at is not null) as told,
              (select count(*)::int from review_round_case where round_id = id and told_at is null) as failed
         from review_round where agency = $1 order by review_on desc, id limit 100`,
      [agency],
    );
  }

  /** Cases of an item that wait for its next round. */
  async waiting(agency: string, itemCode: string, round: string): Promise<number> {
    const [row] = await this.database.query<{ waiting: number }>(
      `select count(*)::int as waiting from clock join case_file using (case_no)
        where start_fact like 'roundAwaited:%' and start_fact = 'roundAwaited:' || $3 and state = 'running'
          and case_file.agency = $1 and item_code = $2 and open`,
      [agency, itemCode, round],
    );
    return row?.waiting ?? 0;
  }

  /** The cases themselves, oldest first. */
  async waitingCases(agency: string, itemCode: string, round: string): Promise<string[]> {
    const rows = await this.database.query<{ caseNo: string }>(
      `select case_no as "caseNo" from clock join case_file using (case_no)
        where start_fact like 'roundAwaited:%' and start_fact = 'roundAwaited:' || $3 and state = 'running'
          and case_file.agency = $1 and item_code = $2 and open
        group by case_no order by min(started_on), case_no limit $4`,
      [agency, itemCode, round, most],
    );
    return rows.map(({ caseNo }) => caseNo);
  }

  /** What a round of the agency has taken up or could not reach yet; nothing for an unknown round. */
  async casesOf(agency: string, id: string): Promise<RoundCase[]> {
    return this.database.query<RoundCase>(
      `select taken.case_no as "caseNo", taken.told_at is not null as told
         from review_round_case taken join review_round round on round.id = taken.round_id
        where round.agency = $1 and round.id = $2 order by taken.case_no limit $3`,
      [agency, id, most],
    );
  }

  /** False when this period's round has been opened already. */
  async open(round: NewReviewRound): Promise<boolean> {
    const rows = await this.database.query<{ id: string }>(
      `insert into review_round (id, agency, item_code, round, period, review_on, opened_by)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
      [round.id, round.agency, round.itemCode, round.round, round.period, round.reviewOn, round.openedBy],
    );
    return rows.length > 0;
  }
}
