import { euroInWords } from '#domain/money/money.js';
import { type Block, bullets, paragraph, strong } from '../content/blocks.js';
import { theDay } from '#domain/italian/article.js';
import { capital, inSentence } from '#domain/italian/sentence.js';
import { count, day, dayOfMonth } from '../content/italian.js';
import type { InvitationItem, MailView } from '../mail-view.js';
import { say, type Template } from './template.js';
import { isPast } from './work-by.js';

/** Does the comune take part? Asked three times at most; silence is recorded as silence, never as no. */
export const invitation: Template<InvitationItem> = {
  // The same subject three times is not read a third time: each step has words of its own, however long the name.
  subject: (item, view) => {
    const asked = `${item.comune}: partecipiamo a ${item.call}?`;
    if (item.tone === 1) return [`${asked} Circa ${euroInWords(roundEuro(item.amountCents))}`, asked];
    const days = isPast(item, view)
      ? []
      : [day(item.workBy, view.now), theDay(dayOfMonth(item.workBy, view.now))];
    if (item.tone === 2)
      return [...days.map((by) => `${asked} Entro ${by}`), `${item.comune} · ${item.call}: partecipiamo?`];
    const short = `${item.comune}: sì o no a ${item.call}`;
    return [...days.map((by) => `${short} entro ${by}`), short];
  },
  body: (item, view) => [
    paragraph(
      item.tone === 1
        ? `è uscito l'avviso «${item.callTitle}». `
        : `aspettiamo ancora la risposta di ${item.comune} all'avviso «${item.callTitle}». `,
      `${item.comune} può chiedere `,
      strong(euroInWords(item.amountCents)),
      item.amountBecause === undefined ? '.' : ` (${item.amountBecause}).`,
    ),
    ...needs(item),
    ...work(item),
    paragraph(
      strong(answerBy(item, view)),
      item.end === undefined ? '' : ` L'avviso chiude ${day(item.end, view.now)}.`,
      item.tone < 3 ? undefined : ' Va bene anche un no: così non vi scriviamo più per questo avviso.',
    ),
    ...answers(item, view),
  ],
  button: () => "Vedi l'avviso",
  answers: false,
};

function needs({ needs: list }: InvitationItem): Block[] {
  if (list.length === 0) return [];
  const number = list.length === 1 ? 'Serve una cosa:' : `Servono ${count(list.length)} cose:`;
  return [paragraph(number), bullets(list.map((each) => [inSentence(each)]))];
}

function work({ costAfter, unionDoes, hours }: InvitationItem): Block[] {
  const takes =
    hours === undefined
      ? undefined
      : `al Comune ${hours === 1 ? "serve circa un'ora" : `servono circa ${hours} ore`}`;
  const union = unionDoes === undefined ? undefined : `l'Unione fa ${unionDoes}`;
  const who = [union, takes].filter((each) => each !== undefined).join('; ');
  const sentences = [
    ...(costAfter === undefined ? [] : [`Costo dopo: ${costAfter}.`]),
    ...(who === '' ? [] : [`${capital(who)}.`]),
  ];
  return sentences.length === 0 ? [] : [paragraph(sentences.join(' '))];
}

function answerBy(item: InvitationItem, view: MailView): string {
  const when = day(item.workBy, view.now);
  if (isPast(item, view)) return `La data per rispondere era ${when}: va bene anche oggi.`;
  return `${say(view, 'Rispondi', 'Risponda')} entro ${when}.`;
}

function answers(item: InvitationItem, view: MailView): Block[] {
  if (item.answers === undefined || view.links === undefined) {
    return [paragraph('Basta rispondere a questa e-mail: sì, no, oppure parliamone.')];
  }
  return [
    { kind: 'button', label: 'Partecipiamo', href: item.answers.yes },
    {
      kind: 'answers',
      links: [
        { label: 'Non partecipiamo', href: item.answers.no },
        { label: 'Parliamone', href: item.answers.talk },
        ...(item.page === undefined
          ? []
          : [{ label: say(view, "Vedi l'avviso", "Veda l'avviso"), href: item.page }]),
      ],
    },
  ];
}

/** "Circa" in a subject is enough without cents. */
function roundEuro(cents: number): number {
  return Math.round(cents / 100) * 100;
}
