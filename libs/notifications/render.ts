import type { Block, Inline } from './content/blocks.js';
import { paragraph, small } from './content/blocks.js';
import { asHtml } from './content/as-html.js';
import { asText } from './content/as-text.js';
import { subjectOf } from './content/subject.js';
import type { MailView } from './mail-view.js';
import { compose } from './templates/compose.js';

/** An e-mail as it goes out: text and HTML say the same words. */
export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

/** Writes the e-mail of one person: one item as a letter of its own, several as one list. Pure. */
export function render(view: MailView): RenderedMail {
  const composed = compose(view);
  const subject = subjectOf(composed.subject);
  const body = [greeting(view), ...composed.body, ...answers(view, composed.answers), thanks(view)];
  const foot = footer(view);
  return { subject, text: asText([...body, ...foot]), html: asHtml(subject, body, foot) };
}

function greeting({ to }: MailView): Block {
  return paragraph(to.formal ? `Gentile ${to.greetingName},` : `Buongiorno ${to.greetingName},`);
}

/** By the token of this one message; each opens a page with one question and one button, never an act on GET. */
function answers({ quickAnswers: quick }: MailView, wanted: boolean): Block[] {
  if (!wanted || quick === undefined) return [];
  return [
    {
      kind: 'answers',
      links: [
        { label: "L'ho già fatto", href: quick.done },
        { label: 'Non ci riesco, chiamatemi', href: quick.cannot },
        { label: 'Non tocca a me', href: quick.notMine },
      ],
    },
  ];
}

function thanks({ to, office }: MailView): Block {
  // The office does not thank itself.
  if (to.officer === true) return paragraph(`Capofila, ${office.officeName}`);
  return paragraph(`Grazie, ${office.signature} — ${office.officeName}, ${office.phone}`);
}

function footer({ to, office, links }: MailView): Block[] {
  const settings: Inline[] =
    links === undefined ? [] : [' ', { link: 'Come ricevo i promemoria', href: `${links.base}/promemoria` }];
  return [
    small(
      "Promemoria automatico di Capofila per conto dell'Unione. Non è una comunicazione ufficiale e non sostituisce la PEC. ",
      `${to.formal ? 'Ci chiami' : 'Chiamaci'}: ${office.phone}, ${office.signature}.`,
      ...settings,
    ),
    small(`${office.unionName} · ${office.email}`),
  ];
}
