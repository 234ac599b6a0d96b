import { historyQuery, unionHistory } from '../union-history.js';
import { READING } from './refused.js';
import type { Address, RouteForm } from './route.js';

/** The history of everything that a person sees. */
export const history = {
  'GET /history': {
    id: 'listHistory',
    summary: 'La storia di tutte le candidature e di tutti gli avvisi che vedo, cinquanta fatti alla volta.',
    query: historyQuery,
    answer: unionHistory,
    problems: READING,
  },
  'GET /history/facts.csv': {
    id: 'exportFacts',
    summary: 'Tutti i fatti con la loro impronta, per Excel.',
    answer: { media: 'text/csv' },
    problems: READING,
  },
  'GET /history/applications.csv': {
    id: 'exportApplications',
    summary: 'Tutte le candidature, per Excel.',
    answer: { media: 'text/csv' },
    problems: READING,
  },
  'GET /history/chains.csv': {
    id: 'exportChains',
    summary: 'Ogni catena di fatti con l’impronta dell’ultimo, per Excel.',
    answer: { media: 'text/csv' },
    problems: READING,
  },
} as const satisfies Record<Address, RouteForm>;
