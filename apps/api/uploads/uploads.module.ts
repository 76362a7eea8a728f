import { Module } from '@nestjs/common';
import { CaseCoreModule } from '../cases/case-core.module';
import { FileVault } from './file-vault';
import { UploadReceiver } from './upload-receiver';
import { UploadStore } from './upload.store';
import { UploadsController } from './uploads.controller';

@Module({
  imports: [CaseCoreModule],
  controllers: [UploadsController],
  providers: [FileVault, UploadReceiver, UploadStore],
  exports: [UploadStore],
})
export class UploadsModule {}
