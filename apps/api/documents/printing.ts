import { Injectable } from '@nestjs/common';
import { renderSheet, type Sheet } from '@due-process/documents';
import { createHash } from 'node:crypto';
import type { ReadCase } from '../cases/case-reader';
import { Problem } from '../platform/errors/problem';
import { DocumentSheets } from './document-sheets';
import { PrintLog } from './print-log.store';

export interface Printed {
  pdf: Buffer;
  sheet: Pick<Sheet, 'title' | 'documentNo'>;
  sha256: string;
  copyNo: number;
}

/** `by`: the account, or `applicant`. `site`: address of the public pages. */
export interface Printer {
  by: string;
  agency: string;
  site: string;
}

const hashOf = (pdf: Buffer): string => createHash('sha256').update(pdf).digest('hex');

/**
 * Prints. The first print fixes the words and the file's hash; a reprint is made from those words and must be the same file. One that is not is
 * refused and stands in the log: a paper that differs from what was served must not pass for it.
 */
@Injectable()
export class Printing {
  constructor(
    private readonly sheets: DocumentSheets,
    private readonly log: PrintLog,
  ) {}

  /** @throws Problem `NOT_FOUND`, `DOCUMENT_DIFFERS`. */
  async document(found: ReadCase, documentNo: string, printer: Printer): Promise<Printed> {
    return this.print(found, documentNo, printer, () => this.sheets.of(found, documentNo, printer.site));
  }

  /** @throws Problem `NOT_FOUND`, `DOCUMENT_DIFFERS`. */
  async derivation(found: ReadCase, clockId: string, printer: Printer): Promise<Printed> {
    const sheet = await this.sheets.derivation(found, clockId);
    if (!sheet) throw new Problem('NOT_FOUND');
    return this.print(found, sheet.documentNo, printer, () => Promise.resolve(sheet));
  }

  private async print(
    { caseNo }: ReadCase,
    documentNo: string,
    { by: printedBy, agency }: Printer,
    compose: () => Promise<Sheet | undefined>,
  ): Promise<Printed> {
    const kept = await this.log.original(caseNo, documentNo);
    const sheet = kept?.sheet ?? (await compose());
    if (!sheet) throw new Problem('NOT_FOUND');
    const pdf = await renderSheet(sheet);
    const sha256 = hashOf(pdf);
    if (!kept) await this.log.keep(caseNo, sheet, sha256, pdf.length);
    const first = kept ?? (await this.log.original(caseNo, documentNo));
    const same = first?.sha256 === sha256;
    const outcome = same ? 'printed' : 'refused';
    const copyNo = await this.log.add({ caseNo, documentNo, printedBy, agency, sha256, outcome });
    if (!same)
      throw new Problem('DOCUMENT_DIFFERS', {
        detail: '重新生成的文书与首次出具的不一致，未予打印；请使用已送达的原件，并联系系统管理员',
        data: { documentNo, expected: first?.sha256 ?? '', found: sha256 },
      });
    return { pdf, sheet, sha256, copyNo };
  }
}
