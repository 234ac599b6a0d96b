import { Module } from '@nestjs/common';
import { FileDocument } from '#use-cases/application/file-document.js';
import { ReadDocument } from '#use-cases/application/read-document.js';
import { DocumentsController } from './documents.controller.js';

/** Papers of an application. */
@Module({
  controllers: [DocumentsController],
  providers: [FileDocument, ReadDocument],
  exports: [FileDocument],
})
export class DocumentsModule {}
