/** What forms say before anything is sent. The code is the API's where it has the same rule. */
export const fault = {
  missing: 'Manca: scrivilo e riprova. (DATO-01)',
  hour: 'Scrivi ore e minuti, come 14:00. (DATO-07)',
  email: 'Scrivi un indirizzo e-mail, per esempio nome@comune.it. (DATO-08)',
  webAddress: 'Scrivi l’indirizzo della pagina, come https://www.esempio.it/avviso. (DATO-09)',
  yearDay: 'Scrivi giorno e mese, come 10/08. (DATO-11)',
};
