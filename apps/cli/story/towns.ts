import type { Town } from './life.js';

const town = (
  comune: string,
  domain: string,
  people: Partial<Town> & { referent: string; rup: string; accounts: string },
): Town => ({
  comune,
  mayor: `sindaco@${domain}.example`,
  clerk: `protocollo@${domain}.example`,
  ...people,
  referent: `${people.referent}@${domain}.example`,
  rup: `${people.rup}.rup@${domain}.example`,
  accounts: `${people.accounts}@ragioneria.example`,
});

/** Who works for the nine comuni; all of them are invented. */
export const TOWNS = {
  castelluccioInferiore: town('Castelluccio Inferiore', 'castelluccioinferiore', {
    referent: 'teresa',
    rup: 'luca',
    accounts: 'assunta',
  }),
  castelluccioSuperiore: town('Castelluccio Superiore', 'castellucciosuperiore', {
    referent: 'franca',
    clerk: 'franca@castellucciosuperiore.example',
    rup: 'bianca',
    accounts: 'assunta',
  }),
  latronico: town('Latronico', 'latronico', { referent: 'daniela', rup: 'nicola', accounts: 'flavia' }),
  maratea: town('Maratea', 'maratea', { referent: 'simona', rup: 'tommaso', accounts: 'irene' }),
  lagonegro: town('Lagonegro', 'lagonegro', { referent: 'pietro', rup: 'sergio', accounts: 'renato' }),
  lauria: town('Lauria', 'lauria', { referent: 'gerardo', rup: 'maria', accounts: 'ugo' }),
  trecchina: town('Trecchina', 'trecchina', { referent: 'paolo', rup: 'bruno', accounts: 'giorgia' }),
  nemoli: town('Nemoli', 'nemoli', {
    referent: 'nadia',
    clerk: 'nadia@nemoli.example',
    rup: 'elena',
    accounts: 'mario',
  }),
  rivello: town('Rivello', 'rivello', {
    referent: 'giulia',
    clerk: 'giulia@rivello.example',
    mayor: 'antonio@rivello.example',
    rup: 'elena',
    accounts: 'mario',
  }),
} satisfies Record<string, Town>;
