import { OPERATIONS_QUEUE } from '@due-process/contracts';
import { createLetterSigner } from '@due-process/secrets';
import { randomInt, randomUUID } from 'node:crypto';
import { testKeys } from './environment';
import { askApi, type Answer } from './http';
import { query, withTemporal } from './system';

export interface MonthTold {
  period: string;
  opened: number;
  repeated: number;
  refused: number;
}

const taken = new Set<string>();

/** A month long past that no other test of this file settles. */
export function someMonth(): string {
  for (;;) {
    const month = `${randomInt(2021, 2026)}-${String(randomInt(1, 13)).padStart(2, '0')}`;
    if (taken.has(month)) continue;
    taken.add(month);
    return month;
  }
}

/** Opens the settlements of a month now, as the schedule does on the first of the next. */
export const openMonth = (period: string): Promise<MonthTold> =>
  withTemporal(
    (client) =>
      client.workflow.execute('monthlySettlement', {
        workflowId: `test-monthly-settlement-${randomUUID()}`,
        taskQueue: OPERATIONS_QUEUE,
        args: [{ period }],
      }) as Promise<MonthTold>,
  );

export const triggerSchedule = (): Promise<void> =>
  withTemporal((client) => client.schedule.getHandle('monthly-settlement').trigger());

export interface SettlementCase {
  caseNo: string;
  itemCode: string;
  name: string;
  kind: string;
}

/** The cases that a month has, with the institution of each. */
export const casesOf = (period: string): Promise<SettlementCase[]> =>
  query(
    `select case_no as "caseNo", source.item_code as "itemCode", applicant_masked as name, kind
       from case_source source join case_file using (case_no) where reference = $1 order by 2, 3`,
    [period],
  );

export async function caseOfInstitution(period: string, itemCode: string, name: string): Promise<string> {
  const found = (await casesOf(period)).find((one) => one.itemCode === itemCode && one.name === name);
  if (!found) throw new Error(`${period} has no ${itemCode} of ${name}`);
  return found.caseNo;
}

/** A signed request to the exchange, as the platform forwards it. */
export function pushSigned<T>(path: string, body: unknown, signer = 'platform'): Promise<Answer<T>> {
  const raw = JSON.stringify(body);
  return askApi<T>('POST', path, { raw, headers: createLetterSigner(testKeys()).sign(signer, raw, Date.now()) });
}

/** Card data of one merchant on one day; each call's transactions are new ones. */
export const traded = (agency: string, merchantNo: string, merchantName: string, tradedOn: string, fen: number[]) =>
  pushSigned<{ received: number; repeated: number }>('/api/exchange/card-transactions', {
    agency,
    transactions: fen.map((amountFen) => ({
      transactionNo: `T${randomUUID()}`,
      merchantNo,
      merchantName,
      tradedOn,
      amountFen,
    })),
  });
