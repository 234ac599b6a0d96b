import { factRequest } from '../fact-request.js';
import { applicationPage } from '../application-page.js';
import { applicationList } from '../desk.js';
import { history } from '../history.js';
import { applicationMessages } from '../messages.js';
import { casePreview, whatIf, whatIfRequest } from '../preview.js';
import { recorded } from '../recorded.js';
import { ADMITTING, READING } from './refused.js';
import type { Address, RouteForm } from './route.js';

/** Applications: what is on record of them, and what would be. */
export const applications = {
  'GET /applications': {
    id: 'listApplications',
    summary: 'Candidature che vedo, con a chi tocca.',
    answer: applicationList,
  },
  'GET /applications/:application': {
    id: 'readApplication',
    summary: 'Una candidatura: dove sta, perché aspetta, che cosa manca, che cosa posso fare.',
    tagged: true,
    answer: applicationPage,
    problems: READING,
  },
  'GET /applications/:application/facts': {
    id: 'readHistory',
    summary: 'La storia: chi, per chi, quando, con quale canale.',
    answer: history,
    problems: READING,
  },
  'GET /applications/:application/messages': {
    id: 'readMessages',
    summary: 'Messaggi decisi, spediti, saltati o non consegnati.',
    answer: applicationMessages,
    problems: READING,
  },
  'POST /applications/:application/facts': {
    id: 'recordFact',
    summary: 'Registra ciò che è successo, o corregge ciò che era sbagliato.',
    description:
      'Data e ora sono quelle di Roma. Di un’ora che torna due volte, quando finisce l’ora legale, vale la prima; ' +
      'un’ora che manca, quando comincia, è rifiutata (TIME-02). Con `If-Match`, il tag della pagina letta, ciò che un’altra ' +
      'persona ha registrato nel frattempo ferma la registrazione (412, CASO-03).',
    once: true,
    seen: 'page',
    body: factRequest,
    status: 201,
    answer: recorded,
    problems: [...ADMITTING, 'CASO-03'],
  },
  'POST /applications/:application/corrections/preview': {
    id: 'previewCorrection',
    summary: 'Che cosa cambierebbe con questa correzione: non registra niente.',
    body: factRequest,
    answer: casePreview,
    problems: [...ADMITTING],
  },
  'POST /applications/:application/what-if': {
    id: 'tellWhatIf',
    summary: 'E se…: il futuro di una candidatura com’è e come sarebbe. Non cambia niente.',
    body: whatIfRequest,
    answer: whatIf,
    problems: [...ADMITTING, 'SIM-01'],
  },
} as const satisfies Record<Address, RouteForm>;
