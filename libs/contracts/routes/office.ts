import { mailTestAnswer, mailTestRequest, officeAnswer } from '../settings.js';
import { serviceStatus } from '../status.js';
import { ACTING } from './refused.js';
import type { Address, RouteForm } from './route.js';

/** The office, the service, and the line that says that something changed. */
export const office = {
  'GET /office': {
    id: 'office',
    summary: 'L’ufficio che risponde al telefono.',
    security: 'none',
    answer: officeAnswer,
  },
  'POST /settings/mail-test': {
    id: 'testMail',
    summary: 'Manda una prova a me e dice che cosa risponde il server.',
    body: mailTestRequest,
    answer: mailTestAnswer,
    problems: [...ACTING, 'PER-16'],
  },
  'GET /status': {
    id: 'status',
    summary: 'Stato del servizio.',
    security: 'none',
    answer: serviceStatus,
  },
  'GET /events': {
    id: 'events',
    summary: 'Dice «changed» quando qualcosa è cambiato, senza dire che cosa: chi vuole saperlo lo chiede.',
    byHand: true,
    answer: { media: 'text/event-stream' },
    problems: ['LIVE-01'],
  },
} as const satisfies Record<Address, RouteForm>;
