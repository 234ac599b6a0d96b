import { clockRequest } from '../application.js';
import {
  demoAnswer,
  demoMail,
  demoMailList,
  demoMailNumber,
  demoMailsQuery,
  demoSignInRequest,
} from '../demo.js';
import { sessionAnswer } from '../identity.js';
import { clockAnswer } from '../moment.js';
import { ACTING } from './refused.js';
import type { Address, RouteForm } from './route.js';

/** What the demo alone answers; its clock is answered everywhere and moved there. */
export const demo = {
  'GET /demo': {
    id: 'demo',
    summary: 'Le persone della dimostrazione, da provare con un clic.',
    security: 'none',
    answer: demoAnswer,
  },
  'POST /demo/sign-in': {
    id: 'demoSignIn',
    summary: 'Entra al posto di una persona inventata.',
    security: 'none',
    body: demoSignInRequest,
    status: 201,
    answer: sessionAnswer,
    problems: ['DEMO-01'],
  },
  'GET /demo/mails': {
    id: 'demoMails',
    summary: 'Posta dimostrativa: le e-mail spedite, le ultime prima.',
    security: 'none',
    query: demoMailsQuery,
    answer: demoMailList,
  },
  'GET /demo/mails/:number': {
    id: 'demoMail',
    summary: 'Una e-mail della posta dimostrativa.',
    security: 'none',
    params: { number: demoMailNumber },
    answer: demoMail,
    problems: ['POSTA-404'],
  },
  'GET /demo/mails/:number/html': {
    id: 'demoMailHtml',
    summary: 'L’aspetto di una e-mail, come è stata spedita.',
    security: 'none',
    params: { number: demoMailNumber },
    answer: { media: 'text/html' },
    problems: ['POSTA-404'],
  },
  'GET /clock': {
    id: 'readClock',
    summary: 'Che ora è per Capofila, a Roma.',
    security: 'none',
    answer: clockAnswer,
  },
  'POST /clock': {
    id: 'moveClock',
    summary: 'Sposta avanti l’orologio della dimostrazione.',
    body: clockRequest,
    answer: clockAnswer,
    problems: [...ACTING, 'OROL-01', 'OROL-02', 'TIME-01', 'TIME-02'],
  },
} as const satisfies Record<Address, RouteForm>;
