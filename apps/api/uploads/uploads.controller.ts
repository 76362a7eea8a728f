import { Body, Controller, Delete, Get, Header, HttpCode, Logger, Param, Post, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@due-process/contracts';
import { ownersOf } from '@due-process/domain';
import type { Request, Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { CaseReader } from '../cases/case-reader';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { allow } from '../platform/access/allow';
import { Problem } from '../platform/errors/problem';
import { inputProblem } from '../platform/http/schema.pipe';
import { FileVault } from './file-vault';
import { claimFaults, readClaims } from './upload-claims';
import { UploadReceiver } from './upload-receiver';
import { UploadStore, type Upload } from './upload.store';

const uploadId = z.uuid();
const caseNoParam = z.string().max(40);
const attachSchema = z.strictObject({ uploads: z.unknown() });

const shown = ({ location: _location, accountId: _account, ...upload }: Upload) => upload;
type ShownUpload = ReturnType<typeof shown>;

/** Files brought for a case. Whoever brought one sees it; once it belongs to a case, whoever sees the case does. */
@ApiTags('uploads')
@Controller('api')
export class UploadsController {
  private readonly log = new Logger('Uploads');

  constructor(
    private readonly receiver: UploadReceiver,
    private readonly store: UploadStore,
    private readonly vault: FileVault,
    private readonly reader: CaseReader,
  ) {}

  @Post('uploads')
  @Access('upload.add')
  @Header('Cache-Control', 'no-store')
  @ApiConsumes('multipart/form-data')
  @ApiOperation({ summary: '上传一个文件（file；PDF、JPG、PNG，最大 20 MB）' })
  async add(@CurrentActor() actor: Actor, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const file = await this.receiver.receive(request, response);
    const upload = await this.store.add(actor.id, actor.agency, file).catch(async (error: unknown) => {
      await this.vault.remove(file.location);
      throw error;
    });
    void this.forget(actor.id);
    return shown(upload);
  }

  @Get('uploads/:id')
  @Access('upload.read')
  @ApiOperation({ summary: '取回文件' })
  async read(@CurrentActor() actor: Actor, @Param('id', { schema: uploadId }) id: string, @Res() response: Response) {
    const upload = await this.visible(actor, id);
    response.set({
      'Content-Type': upload.mediaType,
      'Content-Length': String(upload.bytes),
      'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(upload.fileName)}`,
      'Cache-Control': 'private, no-store',
    });
    await pipeline(this.vault.read(upload.location), response);
  }

  @Delete('uploads/:id')
  @HttpCode(204)
  @Access('upload.add')
  @ApiOperation({ summary: '删除尚未用于办件的文件' })
  async drop(@CurrentActor() actor: Actor, @Param('id', { schema: uploadId }) id: string): Promise<void> {
    const location = await this.store.drop(actor.id, id);
    if (location === undefined) throw new Problem('NOT_FOUND');
    await this.vault.remove(location);
  }

  @Get('cases/:caseNo/uploads')
  @Access('upload.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '办件的文件，按材料' })
  async ofCase(
    @CurrentActor() actor: Actor,
    @Param('caseNo', { schema: caseNoParam }) caseNo: string,
  ): Promise<{ uploads: ShownUpload[] }> {
    await this.reader.visible(caseNo, actor);
    return { uploads: (await this.store.ofCase(caseNo)).map(shown) };
  }

  @Post('cases/:caseNo/uploads')
  @HttpCode(200)
  @Access('upload.attach')
  @ApiOperation({ summary: '把已上传的文件归入办件的材料（补正材料）' })
  async attach(
    @CurrentActor() actor: Actor,
    @Param('caseNo', { schema: caseNoParam }) caseNo: string,
    @Body({ schema: attachSchema }) body: z.output<typeof attachSchema>,
  ): Promise<{ uploads: ShownUpload[] }> {
    const { state, agency, holder, ended } = await this.reader.visible(caseNo, actor);
    allow(actor, 'upload.attach', { agency, holder, parties: ownersOf(state) });
    if (ended || state.outcome !== undefined) throw new Problem('CASE_CLOSED');
    const { claims, faults } = readClaims(body.uploads, state.rules.materials);
    if (faults.length > 0) throw inputProblem(faults);
    const refused = await this.store.claim(actor.id, caseNo, claims);
    if (refused.length > 0) throw inputProblem(claimFaults(refused));
    return { uploads: (await this.store.ofCase(caseNo)).map(shown) };
  }

  private async visible(actor: Actor, id: string): Promise<Upload> {
    const upload = await this.store.find(id);
    if (!upload) throw new Problem('NOT_FOUND');
    if (upload.caseNo !== null) await this.reader.visible(upload.caseNo, actor);
    else if (upload.accountId !== actor.id) throw new Problem('NOT_FOUND');
    return upload;
  }

  private async forget(account: string): Promise<void> {
    try {
      for (const location of await this.store.dropForgotten(account)) await this.vault.remove(location);
    } catch (error) {
      this.log.warn({ err: error }, 'files that belong to no case were not cleared away');
    }
  }
}
