import { showQuery, uploadQuery } from '../application.js';
import { idParameter } from '../identity.js';
import { filingConfirmation } from '../recorded.js';
import { FILING, READING } from './refused.js';
import type { Address, RouteForm } from './route.js';

/** Papers: filed whole, or in pieces that go on where they broke off (tus 1.0). */
export const documents = {
  'GET /applications/:application/documents/:document': {
    id: 'readDocument',
    summary: 'Scarica un documento, byte per byte; con `mostra=1` un PDF o un’immagine si può guardare.',
    params: { document: idParameter },
    query: showQuery,
    answer: { media: '*/*' },
    problems: [...READING, 'DOC-301', 'DOC-302'],
  },
  'POST /applications/:application/documents': {
    id: 'fileDocument',
    summary:
      'Carica un documento richiesto, o una prova. La risposta è una conferma di caricamento, non un protocollo.',
    once: true,
    query: uploadQuery,
    body: { media: 'application/octet-stream' },
    status: 201,
    answer: filingConfirmation,
    problems: FILING,
  },
  'POST /uploads': {
    id: 'startUpload',
    summary: 'Comincia un caricamento che si può riprendere (tus 1.0).',
    description:
      '`Upload-Metadata`: application, requirement, actingBody, onBehalfOf, channel, filename, filetype. Ciò che non ' +
      'serve è rifiutato prima del primo byte.',
    byHand: true,
    status: 201,
    problems: [...FILING, 'API-03', 'DOC-205'],
  },
  'HEAD /uploads/:upload': {
    id: 'askUpload',
    summary: 'Quanti byte sono arrivati.',
    byHand: true,
    problems: FILING,
  },
  'GET /uploads/:upload': {
    id: 'readUpload',
    summary: 'La conferma di un caricamento completo, la stessa data alla fine.',
    answer: filingConfirmation,
    problems: [...FILING, 'DOC-206'],
  },
  'PATCH /uploads/:upload': {
    id: 'continueUpload',
    summary: 'Invia i byte che mancano; con l’ultimo arriva la conferma di caricamento.',
    byHand: true,
    body: { media: 'application/offset+octet-stream' },
    answer: filingConfirmation,
    problems: FILING,
  },
  'DELETE /uploads/:upload': {
    id: 'dropUpload',
    summary: 'Abbandona un caricamento a metà.',
    byHand: true,
    problems: [...FILING, 'DOC-207'],
  },
} as const satisfies Record<Address, RouteForm>;
