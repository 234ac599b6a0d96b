import type { MovedTermLine } from '#contracts/preview.js';
const MOVES = 'Prima guardi che cosa si sposta e chi viene avvisato; poi, con un solo pulsante, lo registri.';

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
const mails = (cancelled: number, moved: number, planned: number) =>
  [
    counted(cancelled, 'annullata', 'annullate'),
    counted(moved, 'spostata', 'spostate'),
    counted(planned, 'nuova', 'nuove'),
  ].join(', ');
const told = (people: number) => {
  if (people === 0) return 'nessuno aveva ricevuto la data vecchia';
  return `${people === 1 ? 'una persona viene avvisata' : `${people} persone vengono avvisate`}, una volta sola`;
};

export const call = {
  funder: 'Finanziatore',
  platform: 'Piattaforma',
  opening: (day: string, open: boolean) => `${open ? 'Aperto da' : 'Apre'} ${day}`,
  end: 'Chiude',
  extended: 'prorogato',
  sent: (done: number, of: number) => `${done} di ${of} inviate`,
  sums: 'Somme',
  applications: 'Candidature',
  columns: { comune: 'Comune', state: 'Stato', upTo: 'Tocca a', workBy: 'Entro', amount: 'Importo' },
  noApplications: 'Non vedi candidature di questo avviso.',
  terms: 'Termini',
  termColumns: { term: 'Termine', rule: 'Regola', source: 'Dove è scritto' },
  official: 'ufficiale',
  internal: 'interno',
  peremptory: 'perentorio',
  toConfirm: 'da confermare',
  confirmed: 'Confermato all’avvio',
  confirmedBy: (label: string, by: string, day: string) => `${label}: ${by}, ${day}`,
  history: 'Storia dell’avviso',
  acts: {
    extension: 'Proroga',
    reopening: 'Riapri',
    suspension: 'Sospendi',
    fundsExhausted: 'Fondi esauriti',
    fundsAgain: 'Ci sono di nuovo fondi',
    withdrawal: 'Ritira l’avviso',
  },
  actNotNow: 'Questo atto adesso non si può fare: ricarica la pagina e guarda la storia dell’avviso.',
  withdrawn: 'Questo avviso è stato ritirato: le candidature sono chiuse e non parte più nessuna e-mail.',
  withdrawnLabel: 'Ritirato',
  fundsExhausted: 'Fondi esauriti',
  fundsSince: (day: string) => `da ${day}`,
  because: (reason: string) => `Motivo: ${reason}`,
  form: {
    extension: 'Proroga un termine',
    reopening: 'Riapri un termine',
    suspension: 'Sospendi un termine',
    fundsExhausted: 'Fondi esauriti',
    fundsAgain: 'Ci sono di nuovo fondi',
    withdrawal: 'Ritira l’avviso',
    lead: {
      extension: MOVES,
      reopening: `${MOVES} Conta la data dell’atto: se è entro la vecchia fine è una proroga, senza giorni chiusi.`,
      suspension: MOVES,
      fundsExhausted:
        'Il termine resta quello di prima e nessuna candidatura si chiude. Per quelle non ancora inviate si fermano i promemoria, le persone ricevono una sola e-mail e trovi in Oggi una telefonata per Comune: insieme decidete se andare avanti o chiudere.',
      fundsAgain:
        'I fondi non risultano più esauriti: perché sono aumentati, o perché era un errore. I promemoria riprendono e lo sa chi aveva letto che erano finiti.',
      withdrawal:
        'Tutte le candidature dell’avviso si chiudono e non parte più niente. Chi aveva già ricevuto un’e-mail ne riceve una sola, che dice che non deve fare niente. Non si torna indietro: se serve, l’avviso si avvia di nuovo.',
    },
    term: 'Quale termine',
    act: 'Atto',
    actHint: 'Come lo citano tutti, per esempio «Decreto n. 137/2027»',
    actDate: 'Data dell’atto',
    knownOn: 'Quando l’avete saputo',
    newEnd: 'Nuova fine',
    newCutOff: 'Ora (facoltativa)',
    newCutOffHint: 'Solo se cambia, per esempio 14:00',
    opens: 'Riapre dal (facoltativa)',
    opensHint: 'Se l’atto non lo dice, vale il giorno dell’atto',
    unsure: 'La data dell’atto si sa?',
    keepsSent: 'Chi ha inviato mentre era chiuso',
    choices: {
      unsure: { no: 'Sì', yes: 'No, è il giorno in cui l’abbiamo visto' },
      keepsSent: { no: 'Deve inviare di nuovo', yes: 'L’atto tiene valido l’invio' },
    },
    from: 'Ferma dal',
    to: 'Fino al',
    reason: 'Motivo',
    fundsAgainHint: 'Per esempio «Dotazione aumentata con il decreto n. 200/2027»',
    withdrawalHint: 'Resta nella storia dell’avviso',
    preview: {
      extension: 'Guarda che cosa si sposta',
      reopening: 'Guarda che cosa si sposta',
      suspension: 'Guarda che cosa si sposta',
      fundsExhausted: 'Guarda chi viene avvisato',
      fundsAgain: 'Guarda chi viene avvisato',
      withdrawal: 'Guarda che cosa finisce',
    },
  },
  preview: {
    title: 'Che cosa succede',
    none: 'Nessuna candidatura ha questo termine: l’atto resta nella storia dell’avviso e non si sposta niente.',
    sums: (moves: number, people: number, euro: string) =>
      moves === 0
        ? `Nessuna candidatura si sposta; ${told(people)}.`
        : `${moves === 1 ? 'Una candidatura si sposta' : `${moves} candidature si spostano`} (${euro}); ${told(people)}.`,
    touched: {
      fundsExhausted: (n: number, euro: string) =>
        n === 0
          ? 'Nessuna candidatura aspetta ancora l’invio: l’atto resta nella storia dell’avviso.'
          : `${n === 1 ? 'Una candidatura non è ancora inviata' : `${n} candidature non sono ancora inviate`} (${euro}).`,
      fundsAgain: (n: number, euro: string) =>
        n === 0
          ? 'Nessuna candidatura era ferma.'
          : `${n === 1 ? 'Una candidatura riprende' : `${n} candidature riprendono`} (${euro}).`,
      withdrawal: (n: number, euro: string) =>
        n === 1 ? `Una candidatura si chiude (${euro}).` : `${n} candidature si chiudono (${euro}).`,
    },
    people: (n: number) =>
      n === 0
        ? 'Nessuno riceve un’e-mail.'
        : `${n === 1 ? 'Una persona riceve' : `${n} persone ricevono`} una sola e-mail.`,
    mailsWhole: (cancelled: number, planned: number) =>
      `E-mail dei prossimi mesi: ${counted(cancelled, 'annullata', 'annullate')}, ${counted(planned, 'nuova', 'nuove')}.`,
    lookAgain: 'Guarda di nuovo',
    confirm: {
      fundsExhausted: 'Registra che i fondi sono esauriti',
      fundsAgain: 'Registra che ci sono di nuovo fondi',
      withdrawal: 'Ritira l’avviso',
    },
    stays: (n: number) => (n === 1 ? '1 resta com’è.' : `${n} restano come sono.`),
    staysBecause: (n: number, { met, moot }: { met: number; moot: number }) => {
      const why = [
        ...(met === 0 ? [] : [`${met === 1 ? '1 ha' : `${met} hanno`} già rispettato il termine`]),
        ...(moot === 0 ? [] : [`a ${moot} non serve più`]),
      ];
      return `${n === 1 ? '1 resta com’è' : `${n} restano come sono`}${why.length === 0 ? '' : `: ${why.join(', ')}`}.`;
    },
    forWholeCall: 'L’atto vale per tutto l’avviso.',
    mails: (cancelled: number, moved: number, planned: number) =>
      `E-mail: ${mails(cancelled, moved, planned)}.`,
    columns: {
      comune: 'Comune',
      old: 'Data vecchia',
      new: 'Data nuova',
      after: 'Dopo',
      mails: 'E-mail',
      told: 'Chi viene avvisato',
    },
    settled: {
      met: 'già rispettato: non cambia niente',
      moot: 'non serve più: non cambia niente',
    } satisfies Record<NonNullable<MovedTermLine['settled']>, string>,
    workBy: (day: string) => `lavora entro ${day}`,
    mailsOf: mails,
    nobody: 'nessuno',
    stages: (before: string, after: string) => `da «${before}» a «${after}»`,
    all: (verb: string, n: number) =>
      n === 0
        ? `${verb} il termine`
        : `${verb} il termine: ${n === 1 ? 'si sposta una candidatura' : `si spostano ${n} candidature`}`,
    some: (verb: string, n: number) => `${verb} solo ${n === 1 ? 'questa' : `queste ${n}`}`,
    verb: { extension: 'Proroga', reopening: 'Riapri', suspension: 'Sospendi' },
    someNote:
      'Solo alcune: l’atto si registra nella storia di ciascuna candidatura, e le altre restano come sono.',
    change: 'Cambia i dati',
  },
  results: {
    title: 'Fatto',
    all: (moves: number, stays: number) =>
      `Registrato per tutto l’avviso. ${
        moves === 0
          ? 'Nessuna candidatura si sposta.'
          : `${moves === 1 ? 'Si sposta una candidatura' : `Si spostano ${moves} candidature`}; chi aveva una data vecchia riceve una sola e-mail.`
      }${stays === 0 || moves === 0 ? '' : stays === 1 ? ' L’altra resta com’è.' : ` Le altre ${stays} restano come sono.`}`,
    fundsExhausted:
      'Registrato: i promemoria delle candidature non inviate si fermano, e in Oggi trovi chi telefonare.',
    fundsAgain: 'Registrato: i promemoria riprendono.',
    withdrawal: 'Avviso ritirato: le candidature sono chiuse e chi sapeva viene avvisato.',
    ok: 'Registrato',
    refused: 'Non registrato',
    waiting: 'In attesa',
    again: (n: number) => (n === 1 ? 'Riprova quella rimasta' : `Riprova le ${n} rimaste`),
  },
};
