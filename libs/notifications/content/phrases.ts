import { of, theDay, to } from '#domain/italian/article.js';
import { count } from './italian.js';

// Phrases that an item brings along, ready for the sentence of its template; they depend on more than the template sees.

export const phrases = {
  enterCup: 'inserire il CUP',
  toCorrect: 'da correggere',
  sendAgain: 'di nuovo: la prima volta l’avviso era chiuso',
  reasonElsewhere: 'il motivo è nella storia della candidatura',
  servicesActive: 'i servizi sono attivi',
  somebody: 'una persona del Comune',
  residentsOn: (day: string) => `popolazione ${to(theDay(day))}`,
  cupElsewhere: {
    sameBody: (cup: string, number: string) => `CUP ${cup} anche su ${number}, dello stesso ente`,
    otherBody: (cup: string, number: string) => `CUP ${cup} su ${number}, di un altro ente`,
  },
  /** Why it comes to the next person, without blame. */
  why: {
    noAnswer: 'Per ora non è arrivata una risposta.',
    cannot: 'Chi se ne occupa ci ha detto che non ci riesce.',
    notMine: 'Chi riceveva i promemoria ci ha detto che non tocca a lui o a lei.',
  },
  /** What we had put on record wrongly. */
  corrected: {
    byMistake: (label: string) => `avevamo registrato per sbaglio ${label}`,
    pecOf: (day: string) => `la PEC era ${of(theDay(day))}`,
    dateOf: (label: string, day: string) => `la data giusta di ${label} è ${theDay(day)}`,
  },
  notAfter: (day: string) => `senza, si rischia l’esclusione: deve portare una data entro ${theDay(day)}`,
  room: (days: number, signed: boolean) =>
    `${count(days)} giorni lavorativi per ${signed ? "l'invio ufficiale" : 'firma e invio ufficiale'}`,
};
