export const firstSteps = {
  title: 'Primi passi',
  lead: 'Cinque cose, una volta sola. Puoi fermarti quando vuoi: quello che hai fatto resta.',
  invite: 'Mancano ancora alcune cose per cominciare.',
  go: 'Vai ai primi passi',
  toDo: 'da fare',
  steps: {
    account: {
      title: 'La tua utenza',
      what: 'Scrivi il telefono a cui rispondi: chi ha un dubbio ti chiama.',
      go: 'Completa i tuoi dati',
    },
    data: {
      title: 'I dati dell’Unione',
      what: 'Abitanti, funzioni affidate, santi patroni e chiusure arrivano da fonti pubbliche: confermali o correggili.',
      left: (n: number) => (n === 1 ? 'Manca una cosa da confermare:' : `Mancano ${n} cose da confermare:`),
      none: 'Ogni dato è confermato.',
      items: {
        residents: 'abitanti da confermare',
        noResidents: 'numero degli abitanti da scrivere',
        agreements: 'funzioni affidate da confermare',
        patronDay: 'santo patrono da scrivere',
      },
    },
    people: {
      title: 'Le persone di ogni Comune',
      what: 'Servono almeno il sindaco, il segretario e il referente: gli altri arrivano dopo.',
      left: (n: number) => (n === 1 ? 'In un Comune manca qualcuno:' : `In ${n} Comuni manca qualcuno:`),
      none: 'Ogni Comune ha sindaco, segretario e referente.',
    },
    mail: {
      title: 'La posta',
      what: 'Senza posta non partono né inviti né promemoria: fai una prova adesso.',
    },
    call: {
      title: 'Il primo avviso',
      what: 'Parti da un modello: i Comuni, i termini, le persone e l’anteprima di tutto, prima di avviare.',
      go: 'Prepara il primo avviso',
      none: 'Hai già avviato un avviso.',
    },
  },
};
