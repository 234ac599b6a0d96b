import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DemoMails, type KeptMail, type KeptMailContent } from '#use-cases/ports/demo-mails.js';

/** The folder in which the demo's mail server keeps what it caught; without one the mailbox is empty. */
export class FolderDemoMails extends DemoMails {
  constructor(private readonly folder: string | undefined) {
    super();
  }

  override async list(): Promise<KeptMail[]> {
    const index = await this.read('index.jsonl');
    // The last line may still be on its way.
    const whole = (index ?? '').split('\n').slice(0, -1);
    return whole.map((line, n) => {
      const { date, to, subject } = JSON.parse(line) as Omit<KeptMail, 'number'>;
      return { number: n + 1, date, to, subject };
    });
  }

  override async content(number: number): Promise<KeptMailContent | undefined> {
    const kept = await this.read(`${String(number).padStart(6, '0')}.json`);
    return kept === undefined ? undefined : (JSON.parse(kept) as KeptMailContent);
  }

  private async read(file: string): Promise<string | undefined> {
    if (this.folder === undefined) return undefined;
    try {
      return await readFile(join(this.folder, file), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }
}
