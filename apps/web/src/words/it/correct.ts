import { capital } from '#domain/italian/sentence.js';

export const correct = {
  title: 'Correggi un errore',
  old: 'Oggi è scritto:',
  how: 'Che cosa fai?',
  howCorrect: 'Correggo la data o i dati',
  howCorrectOutcome: 'Correggo com’è andata, la data o i dati',
  outcome: 'Com’è andata davvero?',
  howVoid: 'Annullo: non è successo',
  howVoidHint: 'Resta visibile nella storia, ma non conta più.',
  reason: 'Perché lo correggi?',
  reasonHint: 'Resta nella storia, accanto alla correzione.',
  reasonMissing: 'Scrivi perché, in una frase. (DATO-01)',
  look: 'Vedi che cosa cambia',
  leave: 'Lascia com’è',
  correct: 'Registra la correzione',
  void: 'Annulla il fatto',
  changes: 'Cambia:',
  nothing: 'Non cambia nessun termine e nessuno aveva ricevuto una data sbagliata.',
  stage: (before: string, after: string) => `Lo stato: da «${before}» a «${after}».`,
  termGone: (label: string) => `${capital(label)}: il termine non c’è più.`,
  workBy: (day: string) => `Lavora entro ${day}.`,
  told: (n: number) =>
    n === 1
      ? 'Una persona ha ricevuto una data sbagliata e sarà avvisata:'
      : `${n} persone hanno ricevuto una data sbagliata e saranno avvisate:`,
  somebody: 'Una persona',
  mails: (cancelled: number, moved: number, planned: number) =>
    `E-mail: ${cancelled} non partono più, ${moved} cambiano giorno, ${planned} nuove`,
  cancelled: 'Non partono più',
  moved: 'Cambiano giorno',
  planned: 'Nuove',
};
