import { board } from '../board.js';
import { deadlines } from '../deadlines.js';
import { roundResult, tasks, today } from '../desk.js';
import { roundRequest } from '../round.js';
import { searchQuery, searchResult } from '../search.js';
import { ACTING, READING } from './refused.js';
import type { Address, RouteForm } from './route.js';

/** Lists and first pages. */
export const desk = {
  'GET /today': {
    id: 'readToday',
    summary: 'Oggi: che cosa fare, chi chiamare, che cosa controllare, che cosa arriva.',
    answer: today,
    problems: ['OGGI-01'],
  },
  'GET /tasks': {
    id: 'listTasks',
    summary: 'Le mie attività, per tutti i miei Comuni e incarichi.',
    answer: tasks,
  },
  'GET /board': {
    id: 'readBoard',
    summary: 'Quadro: i Comuni per avviso, con a chi tocca, entro quando e quanto.',
    answer: board,
    problems: READING,
  },
  'GET /deadlines': {
    id: 'listDeadlines',
    summary: 'Scadenze: tutti i termini, con le fini di prima.',
    answer: deadlines,
  },
  'GET /search': {
    id: 'search',
    summary: 'Cerca un Comune, un CUP, un CIG, un numero, una persona, un avviso.',
    query: searchQuery,
    answer: searchResult,
    problems: READING,
  },
  'POST /round': {
    id: 'makeRound',
    summary: 'Giro settimanale: nessuna novità sulla piattaforma per queste candidature.',
    description:
      'Ogni candidatura ha il suo esito. La stessa richiesta si può ripetere: ciò che è già segnato in questa settimana ' +
      'non si segna due volte.',
    body: roundRequest,
    answer: roundResult,
    problems: ACTING,
  },
} as const satisfies Record<Address, RouteForm>;
