import {
  absenceRequest,
  accountRequest,
  cancelAbsenceRequest,
  capabilityKind,
  capabilityRequest,
  correctPersonRequest,
  endRoleRequest,
  giveRoleRequest,
  idParameter,
  peopleAnswer,
  personAnswer,
  pseudonymiseRequest,
} from '../identity.js';
import { ACTING } from './refused.js';
import type { Address, RouteForm } from './route.js';

/** People, their roles and their absences. */
export const people = {
  'GET /people': {
    id: 'people',
    summary: 'Persone e incarichi degli enti che posso vedere.',
    answer: peopleAnswer,
  },
  'GET /people/:id': {
    id: 'person',
    summary: 'Una persona e i suoi incarichi.',
    params: { id: idParameter },
    answer: personAnswer,
    problems: ['ACC-404'],
  },
  'PUT /people/:id': {
    id: 'correctPerson',
    summary: 'Corregge nome e recapiti di una persona.',
    params: { id: idParameter },
    seen: 'version',
    body: correctPersonRequest,
    problems: [...ACTING, 'PER-01', 'PER-05', 'PER-14', 'PER-17', 'PER-18'],
  },
  'POST /people/:id/deactivation': {
    id: 'closeAccount',
    summary: 'Chiude un’utenza: password, dispositivi, chiavi e inviti non aprono più.',
    params: { id: idParameter },
    body: accountRequest,
    problems: [...ACTING, 'PER-11', 'PER-12'],
  },
  'POST /people/:id/reactivation': {
    id: 'reopenAccount',
    summary: 'Riapre un’utenza; la persona va invitata di nuovo.',
    params: { id: idParameter },
    body: accountRequest,
    problems: [...ACTING, 'PER-13'],
  },
  'POST /people/:id/pseudonymisation': {
    id: 'pseudonymise',
    summary: 'Cancella nome e recapiti di una persona; i fatti registrati restano.',
    params: { id: idParameter },
    body: pseudonymiseRequest,
    problems: [...ACTING, 'PER-04'],
  },
  'POST /people/:id/memberships': {
    id: 'giveRole',
    summary: 'Dà un incarico a una persona.',
    params: { id: idParameter },
    body: giveRoleRequest,
    problems: [...ACTING, 'PER-02', 'PER-05', 'PER-06', 'PER-07', 'PER-10', 'PER-17', 'PER-19'],
  },
  'POST /people/:id/memberships/:membership/end': {
    id: 'endRole',
    summary: 'Segna l’ultimo giorno di un incarico.',
    params: { id: idParameter, membership: idParameter },
    seen: 'version',
    body: endRoleRequest,
    problems: [...ACTING, 'PER-07', 'PER-17'],
  },
  'POST /people/:id/absences': {
    id: 'setAbsence',
    summary: 'Segna un’assenza e chi sostituisce.',
    params: { id: idParameter },
    body: absenceRequest,
    problems: [...ACTING, 'PER-08', 'PER-09'],
  },
  'POST /people/:id/absences/cancellation': {
    id: 'cancelAbsence',
    summary: 'Toglie un’assenza.',
    params: { id: idParameter },
    body: cancelAbsenceRequest,
    problems: [...ACTING, 'PER-15'],
  },
  'PUT /people/:id/capabilities/:kind': {
    id: 'setCapability',
    summary: 'Segna un’abilitazione e quando scade.',
    params: { id: idParameter, kind: capabilityKind },
    seen: 'version',
    body: capabilityRequest,
    problems: [...ACTING, 'PER-17'],
  },
} as const satisfies Record<Address, RouteForm>;
