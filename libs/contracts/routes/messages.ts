import { idParameter } from '../identity.js';
import { mailPage, messageList, messagesQuery, resendRequest } from '../messages.js';
import { ACTING, READING } from './refused.js';
import type { Address, RouteForm } from './route.js';

/** Messages, and the e-mails in which they went. */
export const messages = {
  'GET /messages': {
    id: 'listMessages',
    summary: 'Messaggi in partenza, partiti, non serviti e non arrivati, cento alla volta.',
    query: messagesQuery,
    answer: messageList,
    problems: READING,
  },
  'GET /mails/:id': {
    id: 'readMail',
    summary: 'Una e-mail com’è partita, con il suo esito.',
    params: { id: idParameter },
    answer: mailPage,
    problems: READING,
  },
  'POST /mails/:id/resend': {
    id: 'resendMail',
    summary: 'Manda di nuovo, come nuova e-mail, quello che non è arrivato.',
    params: { id: idParameter },
    body: resendRequest,
    problems: [...ACTING, 'POSTA-01', 'POSTA-02', 'POSTA-03', 'POSTA-04'],
  },
} as const satisfies Record<Address, RouteForm>;
