import { idParameter } from '../identity.js';
import {
  agreementsRequest,
  closedPeriodsAnswer,
  closedPeriodsRequest,
  patronDayRequest,
  registeredUnion,
  registryCorrections,
  residentsRequest,
} from '../registry.js';
import { ACTING, READING } from './refused.js';
import type { Address, RouteForm } from './route.js';

/** The union and its bodies. */
export const registry = {
  'GET /registry': {
    id: 'registry',
    summary:
      'L’Unione e i suoi enti, con abitanti e convenzioni; per chi lavora in un Comune, il suo e l’Unione.',
    answer: registeredUnion,
    problems: READING,
  },
  'PUT /registry/closed-periods': {
    id: 'setClosedPeriods',
    summary: 'Le settimane di chiusura dell’Unione e di chi non ne ha di sue.',
    seen: 'version',
    body: closedPeriodsRequest,
    answer: closedPeriodsAnswer,
    problems: [...ACTING, 'ENTE-01'],
  },
  'GET /registry/bodies/:id/corrections': {
    id: 'registryCorrections',
    summary: 'Chi ha corretto i dati di un ente, e che cosa.',
    params: { id: idParameter },
    answer: registryCorrections,
    problems: READING,
  },
  'PUT /registry/bodies/:id/residents': {
    id: 'setResidents',
    summary: 'Gli abitanti di un ente, per data e fonte.',
    params: { id: idParameter },
    seen: 'version',
    body: residentsRequest,
    problems: [...ACTING, 'ENTE-01'],
  },
  'PUT /registry/bodies/:id/agreements': {
    id: 'setAgreements',
    summary: 'Le funzioni che un ente ha affidato all’Unione.',
    params: { id: idParameter },
    seen: 'version',
    body: agreementsRequest,
    problems: [...ACTING, 'ENTE-01'],
  },
  'PUT /registry/bodies/:id/patron-day': {
    id: 'setPatronDay',
    summary: 'Il giorno del santo patrono di un ente.',
    params: { id: idParameter },
    seen: 'version',
    body: patronDayRequest,
    problems: [...ACTING, 'ENTE-01'],
  },
  'PUT /registry/bodies/:id/closed-periods': {
    id: 'setBodyClosedPeriods',
    summary: 'Le settimane in cui un ente è chiuso.',
    params: { id: idParameter },
    seen: 'version',
    body: closedPeriodsRequest,
    problems: [...ACTING, 'ENTE-01'],
  },
} as const satisfies Record<Address, RouteForm>;
