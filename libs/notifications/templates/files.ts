import { faultInWords, RESTORE, type SpoiltPaper } from '#domain/document/reading.js';
import type { Office } from '#use-cases/ports/sender.js';
import type { WrittenLetter } from '#use-cases/ports/letter-writer.js';
import { bullets, button, paragraph } from '../content/blocks.js';
import { written } from './account.js';

const NAMED = 20;

/** Stored files that are no longer what was filed: which, and who mends it how. */
export function filesLetter(
  name: string,
  papers: readonly SpoiltPaper[],
  office: Office,
  pagesUrl: string | undefined,
): WrittenLetter {
  const files = new Set(papers.map(({ sha256 }) => sha256)).size;
  const more = papers.length - NAMED;
  return written(
    files === 1
      ? 'Un file depositato è da riprendere dalla copia di sicurezza'
      : `${files} file depositati sono da riprendere dalla copia di sicurezza`,
    office,
    [
      paragraph(`Buongiorno ${name},`),
      paragraph(
        'Capofila rilegge ogni settimana tutti i file depositati e li confronta con l’impronta in atti. L’ultima volta ha trovato:',
      ),
      bullets(papers.slice(0, NAMED).map((each) => [`${faultInWords(each)} (impronta ${each.sha256})`])),
      ...(more > 0 ? [paragraph(`E altri ${more}: tutti in «capofila verify --documents».`)] : []),
      paragraph(RESTORE),
      ...button('Apri Oggi', pagesUrl),
    ],
  );
}
