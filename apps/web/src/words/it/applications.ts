export const applications = {
  titleOf: { office: 'Candidature', comune: 'Candidature', auditor: 'Fascicoli', nobody: 'Candidature' },
  caption: 'Candidature con stato, a chi tocca, date ed euro',
  state: 'Stato',
  states: { corso: 'In corso', concluse: 'Concluse' },
  search: 'Cerca in questa lista',
  searchHint: 'Comune, avviso, CUP, numero, stato',
  history: 'Storia',
  // The visible number comes first, so that who speaks to the page can say it (WCAG 2.5.3).
  historyOf: (number: string, what: string) => `${number}: storia di ${what}`,
  summary: (n: number, euro: string) =>
    n === 1 ? `1 candidatura, ${euro} in tutto` : `${n} candidature, ${euro} in tutto`,
  empty: 'Nessuna candidatura.',
  emptyOffice: 'Avvia un avviso: nasce una candidatura per ogni Comune che scegli.',
  emptyComune:
    'Il tuo Comune non ha ancora candidature. Quando esce un avviso che lo riguarda, ti scriviamo noi.',
  emptyAuditor: 'L’ufficio dell’Unione non ha ancora avviato avvisi. Torna quando te lo comunica.',
  launch: 'Avvia un avviso',
  file: (day: string) => `candidature-${day}`,
};
