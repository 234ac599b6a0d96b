import { createHash } from 'node:crypto';

const STYLE =
  'body{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem;color:#17324d}button{font:inherit;padding:.75rem 1.25rem;background:#0066cc;color:#fff;border:0;border-radius:4px}';

/** The page's own rule: its one style, known by its hash, and its one form. */
export const QUESTION_PAGE_POLICY = [
  `default-src 'none'`,
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

const QUESTIONS = {
  fatto: {
    question: 'L’hai già fatto?',
    button: 'Sì, l’ho già fatto',
    note: 'L’ufficio controlla e, se serve, ti scrive.',
  },
  chiamatemi: {
    question: 'Non ci riesci?',
    button: 'Chiamatemi',
    note: 'L’ufficio ICT ti telefona il prossimo giorno lavorativo.',
  },
  'non-mio': {
    question: 'Non tocca a te?',
    button: 'Non tocca a me',
    note: 'L’ufficio cerca la persona giusta.',
  },
} as const;

/**
 * One question and one button: the answer is given by POST, because mail scanners open links.
 *
 * @param token of the message, already known to be good: letters, digits, `-` and `_` only.
 */
export function questionPage(token: string, answer: keyof typeof QUESTIONS): string {
  const { question, button, note } = QUESTIONS[answer];
  const action = `${encodeURIComponent(token)}/${answer}`;
  return page(
    question,
    `<p>${note}</p><form method="post" action="${action}"><button>${button}</button></form>`,
  );
}

export function thanksPage(): string {
  return page('Grazie', '<p>Abbiamo segnato la tua risposta. Puoi chiudere questa pagina.</p>');
}

/** Why a link does not work: sentences of ours, without anything that came with the request. */
export function refusalPage(title: string, detail: string): string {
  return page(title, `<p>${detail}</p>`);
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="it"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Capofila</title><style>${STYLE}</style></head><body><main><h1>${title}</h1>${body}<p><small>Questa risposta non carica documenti e non invia nulla al Dipartimento.</small></p></main></body></html>`;
}
