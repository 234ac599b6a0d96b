export const demoMail = {
  title: 'Posta dimostrativa',
  lead: 'Ogni e-mail che Capofila ha spedito in questa dimostrazione. Nessuna è uscita da questo computer.',
  to: 'Destinatario',
  everybody: 'Tutti',
  empty: 'Non è ancora partita nessuna e-mail.',
  choose: 'Scegli un’e-mail dall’elenco.',
  from: (who: string) => `Da: ${who}`,
  toWhom: (who: string) => `A: ${who}`,
  when: (moment: string) => `Arrivata ${moment}`,
  asSent: 'L’e-mail come la vede chi la riceve',
  ownTab: 'Aprila in una scheda',
  list: 'Elenco delle e-mail',
};
