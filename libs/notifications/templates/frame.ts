import { type Block, type Inline, paragraph, small } from '../content/blocks.js';
import type { MailView } from '../mail-view.js';

// What stands around the words of every e-mail.

export function greeting({ to }: MailView): Block {
  return paragraph(to.formal ? `Gentile ${to.greetingName},` : `Buongiorno ${to.greetingName},`);
}

/** Nobody knows whether the mail server took what was to go before: the reader may have two. */
export function instead(): Block {
  return paragraph(
    'questa e-mail sostituisce la precedente, se è già arrivata: nel frattempo qualcosa è cambiato e vale solo questa.',
  );
}

/** By the token of this one message; each opens a page with one question and one button, never an act on GET. */
export function answers({ quickAnswers: quick }: MailView, wanted: boolean): Block[] {
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

export function thanks({ to, office }: MailView): Block {
  // The office does not thank itself.
  if (to.officer === true) return paragraph(`Capofila, ${office.officeName}`);
  return paragraph(`Grazie, ${office.signature} — ${office.officeName}, ${office.phone}`);
}

export function footer({ to, office, links }: MailView): Block[] {
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
