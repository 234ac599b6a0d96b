import type { RequirementLine } from '#contracts/application-page.js';
export const documents = {
  empty: 'In questo passo non si carica nessun documento.',
  there: (n: number, all: number) =>
    n === all ? `Ci sono tutti: ${all}.` : `${n} su ${all} ${n === 1 ? 'c’è' : 'ci sono'} già.`,
  optional: 'se serve',
  before: 'Dei passi precedenti',
  goAheads: 'Via libera',
  verdict: { given: 'via libera', returned: 'rimandato indietro', waiting: 'si aspetta' } satisfies Record<
    RequirementLine['answers'][number]['verdict'],
    string
  >,
  older: (n: number) => (n === 1 ? 'Una versione precedente' : `${n} versioni precedenti`),
  another: 'Carica un’altra versione',
  anotherLabel: (what: string) => `Carica un’altra versione: ${what}`,
  onBehalfOf: (body: string) => `per conto di ${body}`,
  returned: (reason: string | undefined) =>
    reason === undefined ? 'Rimandato indietro.' : `Rimandato indietro: ${reason}`,
  accepted: 'Controllato: va bene.',
  lookLabel: 'Guardalo qui',
  hide: 'Chiudi il documento',
  notShown: 'Questo file non si può mostrare qui:',
  good: 'Va bene',
  goodLabel: (what: string) => `Va bene: ${what}`,
  sendBack: 'Rimanda indietro',
  /** "Richiesta a Giulia Riviello di correggere un documento: elenco dei servizi. Parte oggi alle 8:11." */
  toldWhen: (sentence: string, day: string, at: string) => `${sentence} Parte ${day} ${at}.`,
  sendBackLabel: (what: string) => `Rimanda indietro: ${what}`,
  reason: 'Che cosa va corretto?',
  reasonHint: 'Lo legge il Comune, nella pagina e nell’e-mail.',
  reasonMissing: 'Scrivi che cosa va corretto, in una frase. (DOC-104)',
  dated: {
    date: 'Data dell’atto',
    hint: (by: string) => `Quella che porta il documento: conta se è entro ${by}.`,
    missing: 'Manca la data che porta l’atto: scrivila come sta sul documento. (DOC-105)',
    reason: 'Perché vale lo stesso?',
    reasonHint: (by: string) =>
      `L’atto è successivo ${by.startsWith('oggi') ? 'a oggi' : `a ${by}`}: da solo non basta. Il motivo resta nella storia.`,
    reasonMissing: 'Scrivi perché l’atto vale anche se è successivo. (DOC-106)',
  },
};
