export const tour = {
  name: 'Giro guidato',
  step: (n: number, of: number) => `Passo ${n} di ${of}`,
  next: 'Avanti',
  back: 'Indietro',
  close: 'Chiudi il giro',
  finish: 'Fine del giro',
  restart: 'Rifai il giro guidato',
  office: {
    today: 'Questo è Oggi: prima le cose che scadono. Il triangolo vuol dire oggi.',
    why: (comune: string) => `Qui ${comune} aspetta. «Perché aspetta?» lo dice sempre.`,
    register: '+ Registra: trascina una PEC e il conto parte da solo.',
    board: 'Quadro: i Comuni per avviso. Ogni casella dice a chi tocca.',
    whatIf: 'E se… Proroga di 15 giorni: guarda che cosa si sposta. Non cambia nulla finché non premi.',
  },
  comune: {
    tasks: 'Qui trovi solo quello che tocca a te.',
    cannot: 'Se non puoi, premi «Non ci riesco»: ti chiamiamo noi.',
  },
  end: {
    title: 'Il giro è finito',
    saved: (euro: string) => `Avete salvato ${euro}.`,
    open: (comune: string, euro: string) =>
      `${comune} può ancora perdere ${euro}: apri la candidatura e prova a salvarli. Bastano due minuti.`,
    three: 'Altre tre cose da provare:',
    tries: [
      'Guarda l’avviso con gli occhi del sindaco, dal telefono.',
      'Prova una proroga dalla pagina dell’avviso: l’anteprima dice chi viene avvisato.',
      'Leggi nella posta dimostrativa che cosa è partito, e a chi.',
    ],
  },
};
