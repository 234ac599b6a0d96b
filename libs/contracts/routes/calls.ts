import { z } from 'zod';
import type { CallDefinition } from '#domain/call/definition.js';
import {
  amendmentRequest,
  applyRequest,
  definitionRequest,
  fundsAgainRequest,
  fundsExhaustedRequest,
  launchRequest,
  withdrawalRequest,
} from '../application.js';
import { callDefinitionSchema } from '../call-definition.js';
import { amendedSome, amendmentPreview, callPage } from '../call-page.js';
import { callList, definitionList, keptDefinition, launchedCall } from '../calls.js';
import { launchPreview, launchPreviewRequest } from '../launch-preview.js';
import { openedApplication, recordedInCall } from '../recorded.js';
import { ACTING, IN_CALL, READING } from './refused.js';
import type { Address, RouteForm } from './route.js';

/** As the domain has it. */
const definition: z.ZodType<CallDefinition> = callDefinitionSchema;

/** Calls, the definitions that they are launched from, and acts about a call as a whole. */
export const calls = {
  'GET /definitions': {
    id: 'listDefinitions',
    summary: 'Modelli di avviso.',
    answer: definitionList,
    problems: READING,
  },
  'POST /definitions': {
    id: 'keepDefinition',
    summary: 'Carica un modello di avviso scritto dall’ufficio.',
    body: definitionRequest,
    status: 201,
    answer: keptDefinition,
    problems: [...ACTING, 'DEF-00', 'DEF-20', 'DEF-26'],
  },
  'GET /definitions/:definition/:version': {
    id: 'readDefinition',
    summary: 'Un modello di avviso.',
    answer: definition,
    problems: [...READING, 'AVV-404'],
  },
  'GET /calls': {
    id: 'listCalls',
    summary: 'Avvisi in corso e conclusi.',
    answer: callList,
    problems: READING,
  },
  'POST /calls/preview': {
    id: 'previewLaunch',
    summary: 'Che cosa farebbe l’avvio, Comune per Comune: non registra niente.',
    body: launchPreviewRequest,
    answer: launchPreview,
    problems: [...ACTING, 'AVV-05', 'AVV-07', 'AVV-08', 'AVV-404'],
  },
  'POST /calls': {
    id: 'launchCall',
    summary: 'Avvia un avviso: una candidatura per ogni Comune.',
    once: true,
    body: launchRequest,
    status: 201,
    answer: launchedCall,
    problems: [...ACTING, 'AVV-04', 'AVV-05', 'AVV-06', 'AVV-07', 'AVV-08', 'AVV-404'],
  },
  'GET /calls/:call': {
    id: 'readCall',
    summary: 'Un avviso: termini con la fonte, candidature che vedo, somme, che cosa è confermato.',
    answer: callPage,
    problems: READING,
  },
  'POST /calls/:call/amendments/preview': {
    id: 'previewAmendment',
    summary: 'Che cosa farebbe una proroga a ogni candidatura: non registra niente.',
    body: amendmentRequest,
    answer: amendmentPreview,
    problems: [...IN_CALL],
  },
  'POST /calls/:call/amendments': {
    id: 'amendCall',
    summary: 'Proroga, riapre o sospende un termine: per tutte, o per alcune con un esito ciascuna.',
    once: true,
    seen: 'page',
    body: amendmentRequest,
    status: 201,
    answer: z.union([recordedInCall, amendedSome]),
    problems: [...IN_CALL, 'CASO-03'],
  },
  'POST /calls/:call/applications': {
    id: 'applyAgain',
    summary: 'Apre una nuova candidatura di un Comune che ha rinunciato.',
    once: true,
    body: applyRequest,
    status: 201,
    answer: openedApplication,
    problems: [...ACTING, 'AVV-01', 'AVV-02', 'AVV-03', 'AVV-04', 'AVV-08', 'AVV-09', 'CASO-404'],
  },
  'POST /calls/:call/funds-exhausted/preview': {
    id: 'previewFundsExhausted',
    summary:
      'Chi verrebbe avvisato che i fondi sono esauriti, e quali promemoria si fermano: non registra niente.',
    body: fundsExhaustedRequest,
    answer: amendmentPreview,
    problems: IN_CALL,
  },
  'POST /calls/:call/funds-exhausted': {
    id: 'fundsExhausted',
    summary:
      'I fondi sono esauriti: le candidature non inviate si fermano finché l’ufficio decide con i Comuni.',
    once: true,
    seen: 'page',
    body: fundsExhaustedRequest,
    status: 201,
    answer: recordedInCall,
    problems: [...IN_CALL, 'CASO-03'],
  },
  'POST /calls/:call/funds-again/preview': {
    id: 'previewFundsAgain',
    summary: 'Quali promemoria riprenderebbero e chi verrebbe avvisato: non registra niente.',
    body: fundsAgainRequest,
    answer: amendmentPreview,
    problems: IN_CALL,
  },
  'POST /calls/:call/funds-again': {
    id: 'fundsAgain',
    summary: 'Ci sono di nuovo fondi, o era un errore: i promemoria riprendono.',
    once: true,
    seen: 'page',
    body: fundsAgainRequest,
    status: 201,
    answer: recordedInCall,
    problems: [...IN_CALL, 'CASO-03'],
  },
  'POST /calls/:call/withdrawal/preview': {
    id: 'previewWithdrawal',
    summary: 'Che cosa finirebbe e chi verrebbe avvisato ritirando l’avviso: non registra niente.',
    body: withdrawalRequest,
    answer: amendmentPreview,
    problems: IN_CALL,
  },
  'POST /calls/:call/withdrawal': {
    id: 'withdrawCall',
    summary:
      'Ritira l’avviso finché niente è inviato: entro dieci minuti nessuno ne sa, dopo chi sapeva viene avvisato.',
    once: true,
    seen: 'page',
    body: withdrawalRequest,
    status: 201,
    answer: recordedInCall,
    problems: [...IN_CALL, 'CASO-03'],
  },
} as const satisfies Record<Address, RouteForm>;
