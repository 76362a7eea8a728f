import { Controller, Get, Header, Inject, Param, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import type { Actor } from '@due-process/contracts';
import type { Request, Response } from 'express';
import { caseNoParam } from '../cases/case.schemas';
import { CaseReader } from '../cases/case-reader';
import { Directory, namedBy } from '../cases/directory';
import { refuseInternal } from '../cases/internal-papers';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { CONFIG, type Config } from '../platform/config/config';
import { Problem } from '../platform/errors/problem';
import { CaseThrottlerGuard } from '../progress/case-throttler.guard';
import { progressQuery, type ProgressQuery } from '../progress/progress.schemas';
import { PublicCases } from '../progress/public-cases';
import { numbered } from './document-numbers';
import { PrintLog, type Print } from './print-log.store';
import { Printing, type Printed } from './printing';

interface PrintRow extends Omit<Print, 'printedBy'> {
  printedBy: { id: string; name: string };
}

/** Documents as PDF. Every answer with a file is a print and stands in the log. */
@ApiTags('documents')
@Controller()
export class DocumentsController {
  constructor(
    private readonly reader: CaseReader,
    private readonly printing: Printing,
    private readonly log: PrintLog,
    private readonly directory: Directory,
    private readonly publicCases: PublicCases,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('api/cases/:caseNo/documents/:documentNo.pdf')
  @Access('case.read')
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: '打印文书（PDF），记入打印记录' })
  async document(
    @CurrentActor() actor: Actor,
    @Param('caseNo', { schema: caseNoParam }) caseNo: string,
    @Param('documentNo') documentNo: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const found = await this.reader.visible(caseNo, actor);
    refuseInternal(found.state, documentNo, actor);
    send(response, await this.printing.document(found, documentNo, this.printer(actor, request)));
  }

  @Get('api/cases/:caseNo/clocks/:clockId/derivation.pdf')
  @Access('case.read')
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: '打印推导单（PDF）' })
  async derivation(
    @CurrentActor() actor: Actor,
    @Param('caseNo', { schema: caseNoParam }) caseNo: string,
    @Param('clockId') clockId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const found = await this.reader.visible(caseNo, actor);
    send(response, await this.printing.derivation(found, clockId, this.printer(actor, request)));
  }

  @Get('api/cases/:caseNo/documents/:documentNo/prints')
  @Access('case.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '打印记录' })
  async prints(
    @CurrentActor() actor: Actor,
    @Param('caseNo', { schema: caseNoParam }) caseNo: string,
    @Param('documentNo') documentNo: string,
  ): Promise<{ documentNo: string; sha256: string | null; prints: PrintRow[] }> {
    const { state } = await this.reader.visible(caseNo, actor);
    refuseInternal(state, documentNo, actor);
    const original = await this.log.original(caseNo, documentNo);
    if (!original && !numbered(state, documentNo)) throw new Problem('NOT_FOUND');
    const prints = await this.log.prints(caseNo, documentNo);
    const nameOf = await this.directory.displayNames(
      prints.map(({ printedBy }) => printedBy),
      actor,
    );
    const named = namedBy(nameOf);
    return {
      documentNo,
      sha256: original?.sha256 ?? null,
      prints: prints.map((print) => ({
        ...print,
        printedBy: print.printedBy === applicant ? { id: applicant, name: '申请人' } : named(print.printedBy),
      })),
    };
  }

  @Get('public/receipt.pdf')
  @Access('progress.read')
  @UseGuards(ThrottlerGuard, CaseThrottlerGuard)
  @Throttle({ default: { limit: 30, ttl: 60_000 } })
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: '收件凭证（PDF），凭办件编号和查询码' })
  async receipt(
    @Query({ schema: progressQuery }) { caseNo, queryCode }: ProgressQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const found = await this.publicCases.opened(caseNo, queryCode);
    const receipt = found.state.documents.find(({ type }) => type === 'receipt');
    if (!receipt) throw new Problem('NOT_FOUND');
    const printer = { by: applicant, agency: found.agency, site: this.site(request) };
    send(response, await this.printing.document(found, receipt.documentNo, printer));
  }

  private printer(actor: Actor, request: Request) {
    return { by: actor.id, agency: actor.agency, site: this.site(request) };
  }

  /** The caller's own word on the address counts in a demonstration only: what is printed first is printed for ever. */
  private site(request: Request): string {
    const { publicUrl, demo } = this.config;
    return publicUrl || (demo ? `${request.protocol}://${request.get('host') ?? 'localhost'}` : '');
  }
}

const applicant = 'applicant';

function send(response: Response, { pdf, sheet, sha256, copyNo }: Printed): void {
  response.set({
    'Content-Type': 'application/pdf',
    'Content-Length': String(pdf.length),
    'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(`${sheet.title}-${sheet.documentNo}.pdf`)}`,
    'Cache-Control': 'private, no-store',
    'X-Document-Sha256': sha256,
    'X-Copy-Number': String(copyNo),
  });
  response.end(pdf);
}
