import type { MessageState } from '#contracts/messages.js';
import { to } from '#domain/italian/article.js';

/** Messages about one application. */
export const mailLines = {
  empty: 'Nessun messaggio è ancora partito per questa candidatura.',
  to: to,
  state: {
    pending: 'partirà',
    sent: 'inviato',
    skipped: 'non inviato',
    failed: 'non consegnato',
  } satisfies Record<MessageState, string>,
  failed: 'L’indirizzo non ha accettato il messaggio: controllalo in «Comuni».',
  text: 'Leggi com’è partito',
  address: (to: string) => `Spedito a ${to}`,
};
