import {
  keptNote,
  notedCall,
  notedCallList,
  notedCallRequest,
  putAwayRequest,
  takeBackRequest,
} from '../noted-call.js';
import { ACTING, READING } from './refused.js';
import type { Address, RouteForm } from './route.js';

/** Calls that came out and that the office only noted. */
export const notedCalls = {
  'GET /noted-calls': {
    id: 'listNotedCalls',
    summary: 'Avvisi visti: non avviati, messi da parte, avviati poi.',
    answer: notedCallList,
    problems: READING,
  },
  'POST /noted-calls': {
    id: 'noteCall',
    summary: 'Segna un avviso uscito, senza avviarlo: nessun Comune riceve niente.',
    once: true,
    body: notedCallRequest,
    status: 201,
    answer: keptNote,
    problems: [...ACTING, 'AVV-15'],
  },
  'GET /noted-calls/:noted': {
    id: 'readNotedCall',
    summary: 'Un avviso visto.',
    answer: notedCall,
    problems: READING,
  },
  'PUT /noted-calls/:noted': {
    id: 'correctNotedCall',
    summary: 'Corregge un avviso visto.',
    seen: 'version',
    body: notedCallRequest,
    answer: notedCall,
    problems: [...ACTING, 'AVV-15', 'AVV-16'],
  },
  'POST /noted-calls/:noted/put-away': {
    id: 'putAwayNotedCall',
    summary: 'Non ci interessa: mette da parte un avviso visto.',
    body: putAwayRequest,
    answer: notedCall,
    problems: ACTING,
  },
  'POST /noted-calls/:noted/take-back': {
    id: 'takeBackNotedCall',
    summary: 'Riprende un avviso messo da parte.',
    body: takeBackRequest,
    answer: notedCall,
    problems: ACTING,
  },
} as const satisfies Record<Address, RouteForm>;
