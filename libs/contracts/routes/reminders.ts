import { quickAnswerAnswer, quickAnswerQuery, quickAnswerRequest, quickAnswerWord } from '../application.js';
import { ADMITTING } from './refused.js';
import type { Address, RouteForm } from './route.js';

/** The three quick answers of a reminder, by the secret of its link. */
export const reminders = {
  'GET /risposte/:token': {
    id: 'askQuickAnswer',
    summary: 'La domanda, con un pulsante.',
    security: 'link',
    query: quickAnswerQuery,
    answer: { media: 'text/html' },
    problems: ['RISP-01'],
  },
  'POST /risposte/:token': {
    id: 'giveQuickAnswer',
    summary: 'Dichiara: fatto, chiamatemi, non tocca a me.',
    security: 'link',
    body: quickAnswerRequest,
    answer: quickAnswerAnswer,
    problems: [...ADMITTING, 'RISP-01'],
  },
  'POST /risposte/:token/:answer': {
    id: 'pressQuickAnswer',
    summary: 'Il pulsante della domanda.',
    security: 'link',
    params: { answer: quickAnswerWord },
    answer: { media: 'text/html' },
    problems: [...ADMITTING, 'RISP-01'],
  },
} as const satisfies Record<Address, RouteForm>;
