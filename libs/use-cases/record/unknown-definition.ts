import type { Refused } from '#domain/fact/refused.js';

/** Nobody has loaded a definition of this name and version, or not for this union. */
export const UNKNOWN_DEFINITION: Refused = {
  code: 'AVV-404',
  detail: 'Questo modello di avviso non c’è: scegline uno dell’elenco o caricalo.',
};
