export const problem = {
  title: 'Qualcosa non ha funzionato',
  unreachable:
    'Capofila non risponde: controlla la connessione e riprova. Quello che hai scritto è ancora qui.',
  unknown: 'Qualcosa non ha funzionato: riprova tra qualche minuto, o chiama l’ufficio ICT dell’Unione.',
  again: 'Riprova',
  notFound: 'Questa pagina non c’è, o non è del tuo Comune.',
  notFoundWhat: 'Controlla l’indirizzo, oppure torna alla prima pagina.',
  home: 'Vai alla prima pagina',
  crashed: 'Questa pagina si è fermata. Quello che hai già registrato è al sicuro.',
  summary: (n: number) => (n === 1 ? 'Un dato da correggere' : `${n} dati da correggere`),
  offline:
    'Capofila non risponde da qualche istante. Quello che hai scritto resta qui; la pagina si aggiorna appena la connessione torna.',
  stalled: (minutes: number) =>
    `Il servizio dei promemoria è fermo da ${minutes === 1 ? 'un minuto' : `${minutes} minuti`}. Quello che carichi è al sicuro; le e-mail partiranno appena riparte. (SYS-07)`,
  notCopied: 'Il browser non lascia copiare: seleziona il testo e copialo con la tastiera.',
  conflictSee: 'Vedi che cosa è cambiato',
  conflictMine: 'Registra lo stesso la mia',
};
