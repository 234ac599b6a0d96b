export const welcome = {
  title: 'Il tuo invito',
  greeting: (name: string) => `Buongiorno ${name}`,
  lead: (union: string) =>
    `${union} ti ha preparato un accesso a Capofila, dove l’Unione e i Comuni seguono insieme gli avvisi pubblici: che cosa serve, a chi tocca, entro quando.`,
  email: (email: string) => `Entri sempre con questo indirizzo: ${email}`,
  how: 'Come vuoi entrare?',
  byPassword: 'Con una password che scelgo adesso',
  byPasswordHint: 'Se la dimentichi, puoi sempre entrare con un codice.',
  byCode: 'Con un codice che arriva per e-mail ogni volta',
  byCodeHint: 'Non c’è niente da ricordare: servono solo l’indirizzo e la posta aperta.',
  password: 'Password',
  passwordHint:
    'Da 12 a 200 caratteri. Va bene anche una frase, per esempio quattro parole che solo tu metti insieme.',
  show: 'Mostra quello che scrivo',
  short: 'Scegli una password di almeno 12 caratteri: va bene anche una frase. (ACC-07)',
  long: 'La password è troppo lunga: bastano 200 caratteri. (ACC-07)',
  enter: 'Scegli la password ed entra',
  none: 'Questo indirizzo non porta un invito intero',
  noneWhat:
    'Apri di nuovo il collegamento dall’e-mail dell’invito: a volte il programma di posta lo taglia a metà. Se non funziona, chiedi un nuovo invito:',
  expired: 'Questo invito non vale più',
  expiredWhat:
    'È già stato usato, oppure sono passati i suoi sette giorni. Se sei già entrato una volta, accedi con la password o con un codice. Altrimenti chiedi un nuovo invito: bastano due minuti.',
  signIn: 'Vai all’accesso',
};
