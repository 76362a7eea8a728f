import type { Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@due-process/contracts';
import { numberDefinitions } from '@due-process/domain';
import ExcelJS from 'exceljs';
import { Database } from '../platform/database/database';
import { Statistics, type NumbersLine, type Period } from './statistics.service';
import { detailSql, type Dimension } from './statistics.sql';

const sheets: readonly { by: Dimension; name: string }[] = [
  { by: 'unit', name: '按科室' },
  { by: 'person', name: '按人员' },
  { by: 'item', name: '按事项' },
  { by: 'month', name: '按月' },
];

const columns: readonly { header: string; value: (line: NumbersLine) => string | number | null; percent?: true }[] = [
  { header: '名称', value: (line) => line.name },
  { header: '办结件数', value: (line) => line.closed },
  { header: '法定按时率', value: (line) => line.statutoryOnTime, percent: true },
  { header: '承诺按时率', value: (line) => line.promisedOnTime, percent: true },
  { header: '计责按时率', value: (line) => line.chargedOnTime, percent: true },
  { header: '平均用时', value: (line) => line.meanUsed },
  { header: '九成用时', value: (line) => line.p90Used },
  { header: '用时占比', value: (line) => line.usedShare, percent: true },
  { header: '件均补正', value: (line) => line.supplementsPerCase },
  { header: '再次告知', value: (line) => line.secondNotices },
  { header: '退回', value: (line) => line.returns },
  { header: '催督办', value: (line) => line.escalations },
];

const detail: readonly [string, string][] = [
  ['caseNo', '办件编号'],
  ['item', '事项'],
  ['unit', '科室'],
  ['person', '人员'],
  ['outcome', '结果'],
  ['concludedOn', '办结日期'],
  ['statutoryDays', '法定时限'],
  ['statutoryUsed', '法定用时'],
  ['promisedDays', '承诺时限'],
  ['promisedUsed', '承诺用时'],
  ['repairedDays', '检修日'],
  ['supplements', '补正'],
  ['returns', '退回'],
  ['escalations', '催督办'],
];

/** 导出: written row by row to whoever downloads it, so that a year of a city never stands in memory. */
@Injectable()
export class StatisticsSheet {
  constructor(
    private readonly statistics: Statistics,
    private readonly database: Database,
  ) {}

  async write(actor: Actor, period: Period, to: Writable): Promise<void> {
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: to, useStyles: true });
    for (const { by, name } of sheets) {
      const sheet = book.addWorksheet(name);
      sheet.columns = columns.map(({ header, percent }) => ({
        header,
        width: 14,
        ...(percent ? { style: { numFmt: '0.0%' } } : {}),
      }));
      for (const line of await this.statistics.numbers(actor, period, by))
        sheet.addRow(columns.map(({ value }) => value(line))).commit();
      sheet.commit();
    }
    await this.details(actor, period, book.addWorksheet('办件明细'));
    const meanings = book.addWorksheet('指标说明');
    meanings.columns = [
      { header: '指标', width: 16 },
      { header: '含义', width: 90 },
    ];
    for (const { name, meaning } of numberDefinitions) meanings.addRow([name, meaning]).commit();
    meanings.commit();
    await book.commit();
  }

  private async details(actor: Actor, { from, to }: Period, sheet: ExcelJS.Worksheet): Promise<void> {
    sheet.columns = detail.map(([key, header]) => ({ key, header, width: 16 }));
    const own = this.statistics.only(actor);
    let after = ['0001-01-01', ''];
    for (;;) {
      const rows = await this.database.query<Record<string, string | number | boolean | null>>(detailSql, [
        actor.agency,
        from,
        to,
        ...after,
      ]);
      for (const row of rows) if (own === null || row.person === own) sheet.addRow(row).commit();
      const last = rows.at(-1);
      if (!last || rows.length < 2000) break;
      after = [String(last.concludedOn), String(last.caseNo)];
    }
    sheet.commit();
  }
}
