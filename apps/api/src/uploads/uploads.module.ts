import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { UploadsController } from './uploads.controller.js';
import { Uploads } from './uploads.js';

/** Papers that come in pieces, and go on where they broke off. */
@Module({
  imports: [DocumentsModule],
  controllers: [UploadsController],
  providers: [Uploads],
})
export class UploadsModule {}
