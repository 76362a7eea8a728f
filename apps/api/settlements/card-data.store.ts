import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@due-process/contracts';
import { Database } from '../platform/database/database';
import type { CardData, TransactionQuery } from './settlement.schemas';

export interface Transaction {
  transactionNo: string;
  tradedOn: IsoDate;
  amountFen: number;
}

/** A merchant's day is read whole up to this many lines. */
const most = 500;

@Injectable()
export class CardDataStore {
  constructor(private readonly database: Database) {}

  /** Each transaction once, however often its upload is repeated. Gives how many were new. */
  async keep({ agency, transactions }: CardData): Promise<number> {
    const rows = await this.database.query(
      `insert into card_transaction (agency, transaction_no, merchant_no, merchant_name, traded_on, amount_fen)
       select $1, "transactionNo", "merchantNo", "merchantName", "tradedOn", "amountFen"
         from json_to_recordset($2::json)
           as row ("transactionNo" text, "merchantNo" text, "merchantName" text, "tradedOn" date, "amountFen" bigint)
       on conflict (agency, transaction_no) do nothing returning 1`,
      [agency, JSON.stringify(transactions)],
    );
    return rows.length;
  }

  of({ merchantNo, merchantName, tradedOn }: TransactionQuery): Promise<Transaction[]> {
    return this.database.query<Transaction>(
      `select transaction_no as "transactionNo", to_char(traded_on, 'YYYY-MM-DD') as "tradedOn", amount_fen::float8 as "amountFen"
         from card_transaction where merchant_no = $1 and merchant_name = $2 and traded_on = $3
        order by transaction_no limit $4`,
      [merchantNo, merchantName, tradedOn, most],
    );
  }
}
