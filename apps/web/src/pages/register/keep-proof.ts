import type { ApplicationPage } from '#contracts/application-page.js';
import { unreachable } from '../../api/problem.js';
import type { Confirmation } from '../../parts/upload/filing.js';
import { proofActing } from '../../parts/application/form/proof-acting.js';

/** Uploads a PEC as the proof of what it says. @returns the id of the document. @throws Problem */
export async function keepProof(page: ApplicationPage, file: File): Promise<string> {
  const acting = page.may.file[0]?.acting ?? page.may.milestones[0]?.acting;
  if (acting === undefined) throw unreachable();
  const { send } = await import('../../parts/upload/sending.js');
  const { document } = await new Promise<Confirmation>((resolve, reject) => {
    send(
      file,
      { application: page.id, requirement: 'proof', acting: proofActing(page, acting), channel: 'pec' },
      {
        progress: () => undefined,
        resumed: () => undefined,
        waiting: () => undefined,
        done: resolve,
        refused: reject,
      },
    );
  });
  return document;
}
