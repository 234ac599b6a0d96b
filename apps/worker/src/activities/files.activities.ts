import { Injectable } from '@nestjs/common';
import { cancellationSignal, Context } from '@temporalio/activity';
import type { FilesActivities, FilesStanding } from '#process/standing.js';
import { LookAfterFiles } from '#use-cases/document/look-after-files.js';

/** What the process of the stored files asks; a worker that has no folder of documents has nothing to look after. */
@Injectable()
export class FilesActivitiesService implements FilesActivities {
  constructor(
    private readonly files: LookAfterFiles,
    private readonly folder: string | undefined,
  ) {}

  async lookAtFiles(union: string): Promise<FilesStanding> {
    if (this.folder === undefined) return { sentence: 'Qui non ci sono file da rileggere.' };
    return this.files.look(union);
  }

  async readFiles(union: string): Promise<void> {
    const context = Context.current();
    await this.files.read(union, () => context.heartbeat(), cancellationSignal());
  }

  async tellOfFiles(union: string): Promise<void> {
    await this.files.tell(union);
  }
}
