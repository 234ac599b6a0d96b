/** What the check of a definition found, for the office: one Italian sentence for each code. */
const WORDS = {
  'DEF-01': 'Questo nome è usato due volte: cambiane uno.',
  'DEF-02': 'Si rimanda a un passo che non c’è: correggi il nome del passo.',
  'DEF-03': 'Il passo non porta da nessuna parte, o è una fine che prosegue: correggi le uscite o l’attesa.',
  'DEF-04': 'Il passo non chiede niente, quindi finirebbe subito: aggiungi che cosa serve.',
  'DEF-05': 'Due tappe dello stesso passo hanno un esito: una sola deve decidere.',
  'DEF-06': 'Un esito non ha un’uscita: aggiungila.',
  'DEF-07': 'Un’uscita non si può mai prendere: toglila o correggi l’esito.',
  'DEF-08': 'A questo passo non si arriva mai: collega un’uscita o toglilo.',
  'DEF-09': 'Da questo passo non si arriva mai alla fine: aggiungi un’uscita.',
  'DEF-10': 'Questo termine non comincia mai: correggi da che cosa parte.',
  'DEF-11': 'Un termine che parte con l’avviso deve avere una data fissa: scrivila.',
  'DEF-12': 'Il termine corre, o ricorda, in un passo dove non può: correggi i passi.',
  'DEF-13': 'Niente può rispettare questo termine: indica la tappa che lo chiude.',
  'DEF-14': 'Gli importi per classe di popolazione non coprono tutti i casi: correggili.',
  'DEF-15': 'Un numero di questo termine non va bene: correggilo.',
  'DEF-16': 'Nessun esito chiude questa tappa: aspetterebbe per sempre.',
  'DEF-17': 'Servono più via libera delle persone indicate: correggi il numero o i ruoli.',
  'DEF-18':
    'Il termine parte da una data che la sua tappa non chiede, o da una tappa che non c’è: correggilo.',
  'DEF-19': 'La tappa non può venire prima di una data: indica un campo data e un documento che esistono.',
  'DEF-21': 'I giorni di solito necessari non crescono, o contano da una tappa che non c’è: correggili.',
  'DEF-22':
    'La rimessione in termini deve portare a un passo dove il termine corre, e chiedere la nuova data.',
  'DEF-30': 'Un documento senza il quale si è esclusi va controllato dall’ufficio: indica il controllo.',
  'DEF-27': 'Questi passi girano in tondo senza chiedere un atto: metti un atto in uno di loro.',
  'DEF-28': 'Un atto ne sottintende uno che non c’è, o che non viene prima: correggilo.',
  'DEF-29': 'Si chiede qualcosa a un ruolo che non può farlo: scegli un altro ruolo.',
  'DEF-24': 'Un campo è chiesto per un esito che la sua tappa non ha: correggi l’esito.',
  'DEF-25':
    'Solo un importo in euro ha un genere di denaro: togli il genere, o scrivi che il campo è un importo.',
  'DEF-23': 'La frase del passo ha un segnaposto che non si può riempire: correggilo.',
} as const;

export type FaultCode = keyof typeof WORDS;

/** A fault of a definition: a stable code (`DEF-00` is one of the form itself), where it is, and in English what to change. */
export interface DefinitionFault {
  code: FaultCode | 'DEF-00';
  at: string;
  message: string;
}

/** @returns the sentence of a code; a fault of the form brings its own. */
export function inItalian({ code, message }: Pick<DefinitionFault, 'code' | 'message'>): string {
  return code === 'DEF-00' ? message : WORDS[code];
}
