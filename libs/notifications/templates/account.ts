import { type Block, button, paragraph, small, strong } from '../content/blocks.js';
import { asHtml } from '../content/as-html.js';
import { asText } from '../content/as-text.js';
import { subjectOf } from '../content/subject.js';
import type { Office } from '#use-cases/ports/sender.js';
import type { WrittenLetter } from '#use-cases/ports/letter-writer.js';

/**
 * The six digits with which a person comes in. They stand neither in the subject nor in the first sentence: both are
 * shown on the locked screen of a telephone. No tu and no Lei: who asks is not known yet.
 */
export function codeLetter(name: string, code: string, minutes: number, office: Office): WrittenLetter {
  return written('Il codice per accedere a Capofila', office, [
    paragraph(`Buongiorno ${name},`),
    paragraph(
      'poco fa qualcuno ha chiesto di accedere a Capofila con questo indirizzo e-mail. Per entrare serve questo codice, da scrivere nella pagina:',
    ),
    paragraph(strong(code)),
    paragraph(`Vale ${minutes} minuti, una volta sola.`),
    paragraph(
      'Il codice non va detto a nessuno, nemmeno all’ufficio: non lo chiediamo mai. Se la richiesta non è partita da qui, basta ignorare questa e-mail: senza il codice non entra nessuno.',
    ),
  ]);
}

/** @param said `link`: page where the person chooses a password; `days`: for how long it opens. */
export function invitationLetter(
  name: string,
  said: { link: string; by: string; union: string; days: number },
  office: Office,
): WrittenLetter {
  return written('Invito a Capofila: l’accesso è pronto', office, [
    paragraph(`Buongiorno ${name},`),
    paragraph(
      `${said.by} ha preparato un accesso a Capofila per ${said.union}. Lì l’ufficio e i Comuni seguono insieme gli avvisi: che cosa serve, a chi tocca, entro quando.`,
    ),
    paragraph('Per entrare basta scegliere una password:'),
    ...button('Scegli la password', said.link),
    paragraph(
      `Il collegamento vale ${said.days} giorni, una volta sola, ed è personale: non va inoltrato. Chi preferisce non avere una password può entrare con un codice che arriva per e-mail.`,
    ),
  ]);
}

/** To an address that is nobody's sign-in any more. */
export function addressReplacedLetter(name: string, by: string, office: Office): WrittenLetter {
  return written('Capofila userà un altro indirizzo e-mail', office, [
    paragraph(`Buongiorno ${name},`),
    paragraph(
      `${by} ha corretto l’indirizzo e-mail con cui Capofila scrive: da adesso promemoria e codici non arrivano più qui, ma al nuovo indirizzo.`,
    ),
    paragraph(`Se non è giusto, basta chiamare l’ufficio: ${office.phone}.`),
  ]);
}

/** Shows who tries the mail server that it arrived, and how it looks. */
export function testLetter(name: string, office: Office): WrittenLetter {
  return written('Prova di invio da Capofila', office, [
    paragraph(`Buongiorno ${name},`),
    paragraph(
      'questa è la prova chiesta dalle Impostazioni. Se è arrivata, le e-mail di Capofila partono: manca solo di guardare che non sia finita nella posta indesiderata.',
    ),
  ]);
}

/** A letter that Capofila writes by itself, about no case. */
export function written(subject: string, office: Office, body: Block[]): WrittenLetter {
  const blocks = [...body, paragraph(`Grazie, ${office.signature} — ${office.officeName}, ${office.phone}`)];
  const foot = [
    small(
      'E-mail automatica di Capofila per conto dell’Unione. Non è una comunicazione ufficiale e non sostituisce la PEC. ',
      `Per ogni dubbio: ${office.phone}, ${office.signature}.`,
    ),
    small(`${office.unionName} · ${office.email}`),
  ];
  const line = subjectOf([subject]);
  return { subject: line, text: asText([...blocks, ...foot]), html: asHtml(line, blocks, foot) };
}
