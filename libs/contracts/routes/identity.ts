import {
  acceptInvitationRequest,
  idParameter,
  invitationAnswer,
  invitationLookAnswer,
  invitationRequest,
  lookAtInvitationRequest,
  mailPreferencesRequest,
  meAnswer,
  ownPhoneRequest,
  passwordRequest,
  sessionAnswer,
  sessionsAnswer,
  signInCodeAnswer,
  signInCodeRequest,
  signInRequest,
  tokenAnswer,
  tokenList,
  tokenRequest,
} from '../identity.js';
import { ACTING } from './refused.js';
import type { Address, RouteForm } from './route.js';

/** How people come in, and what is their own. */
export const identity = {
  'POST /sign-in-codes': {
    id: 'sendSignInCode',
    summary: 'Manda un codice per accedere, a chi è invitato.',
    security: 'none',
    body: signInCodeRequest,
    status: 202,
    answer: signInCodeAnswer,
    problems: ['ACC-02'],
  },
  'POST /sessions': {
    id: 'signIn',
    summary: 'Accede con e-mail e password, o con un codice; la sessione è nel cookie.',
    security: 'none',
    body: signInRequest,
    status: 201,
    answer: sessionAnswer,
    problems: ['ACC-01', 'ACC-02', 'ACC-11'],
  },
  'GET /sessions': {
    id: 'listSessions',
    summary: 'I dispositivi su cui sono entrato.',
    answer: sessionsAnswer,
  },
  'DELETE /sessions/current': {
    id: 'signOut',
    summary: 'Esce: la sessione non vale più.',
  },
  'DELETE /sessions/others': {
    id: 'endOtherSessions',
    summary: 'Esce da tutti gli altri dispositivi.',
  },
  'DELETE /sessions/:id': {
    id: 'endSession',
    summary: 'Esce da un dispositivo.',
    params: { id: idParameter },
    problems: ['ACC-404'],
  },
  'GET /me': {
    id: 'me',
    summary: 'Chi sono, quali incarichi ho oggi, come mi scrivete.',
    answer: meAnswer,
  },
  'PUT /me/password': {
    id: 'changePassword',
    summary:
      'Cambia la mia password: gli altri dispositivi, le chiavi e l’indirizzo del calendario non aprono più.',
    security: 'session',
    body: passwordRequest,
    problems: ['ACC-02', 'ACC-07', 'ACC-12', 'ACC-13'],
  },
  'PUT /me/phone': {
    id: 'setOwnPhone',
    summary: 'Corregge il mio telefono.',
    body: ownPhoneRequest,
  },
  'PUT /me/mail-preferences': {
    id: 'setMailPreferences',
    summary: 'Sceglie quali e-mail non obbligatorie ricevo.',
    body: mailPreferencesRequest,
  },
  'POST /invitations': {
    id: 'invite',
    summary: 'Invita una persona nuova, o di nuovo una persona già presente.',
    body: invitationRequest,
    status: 201,
    answer: invitationAnswer,
    problems: [...ACTING, 'PER-01', 'PER-02', 'PER-03', 'PER-05', 'PER-17', 'PER-19'],
  },
  'POST /invitations/look': {
    id: 'lookAtInvitation',
    summary: 'Per chi è un invito che vale ancora.',
    security: 'none',
    body: lookAtInvitationRequest,
    answer: invitationLookAnswer,
    problems: ['ACC-02', 'ACC-04'],
  },
  'POST /invitations/accept': {
    id: 'acceptInvitation',
    summary: 'Sceglie la password; poi si può accedere.',
    security: 'none',
    body: acceptInvitationRequest,
    problems: ['ACC-04', 'ACC-07'],
  },
  'POST /tokens': {
    id: 'createToken',
    summary: 'Crea una chiave con cui un programma agisce a nome mio.',
    security: 'session',
    body: tokenRequest,
    status: 201,
    answer: tokenAnswer,
    problems: ['ACC-08'],
  },
  'GET /tokens': {
    id: 'listTokens',
    summary: 'Le mie chiavi che aprono ancora, senza il segreto.',
    answer: tokenList,
  },
  'DELETE /tokens/:id': {
    id: 'revokeToken',
    summary: 'Ritira una chiave: da subito non apre più niente.',
    params: { id: idParameter },
    problems: ['ACC-404'],
  },
} as const satisfies Record<Address, RouteForm>;
