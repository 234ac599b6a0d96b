import type { Task } from '#contracts/desk.js';
/** The three answers of every e-mail. */
type QuickAnswer = NonNullable<Task['answered']>;

export const tasks = {
  title: 'Le mie attività',
  greeting: (name: string, counts: string) => `Buongiorno ${name}. ${counts}`,
  toDo: (n: number) => (n === 1 ? '1 cosa da fare' : `${n} cose da fare`),
  waitingCount: (n: number) => `${n} in attesa di altri`,
  nothing: 'Non devi fare niente.',
  empty: 'Non devi fare niente. Ti scriviamo noi se serve qualcosa.',
  checked: (when: string) => `Ultimo controllo: oggi ore ${when}.`,
  kind: {
    document: (place: Task['place'], platform: string) =>
      place === 'both' ? `Qui, e poi su ${platform}` : 'Qui',
    milestone: (place: Task['place'], platform: string) =>
      place === 'here' ? 'Qui' : `Sulla piattaforma (${platform}); qui la prova`,
    approval: () => 'Qui',
  } satisfies Record<Task['kind'], (place: Task['place'], platform: string) => string>,
  where: 'Dove',
  verb: {
    document: (label: string) => `Carica: ${label}`,
    milestone: (label: string) => `Fai e registra: ${label}`,
    answer: (label: string) => `Rispondi: ${label}`,
    approval: (label: string) => `Guarda e rispondi: ${label}`,
    returned: (label: string) => `Correggi: ${label}`,
  },
  button: {
    document: 'Carica il file',
    milestone: 'Vai al passo',
    approval: 'Guarda e rispondi',
    returned: 'Carica la nuova versione',
  },
  buttonLabel: (button: string, what: string, comune: string) => `${button}: ${what}, ${comune}`,
  returnedBecause: (reason: string) => `Da correggere: ${reason}`,
  quick: {
    done: 'L’ho già fatto',
    cannot: 'Non ci riesco, chiamatemi',
    notMine: 'Non tocca a me',
  } satisfies Record<QuickAnswer, string>,
  ask: {
    done: {
      title: 'L’hai già fatto?',
      what: 'L’ufficio controlla e, se manca qualcosa, ti scrive.',
      button: 'Sì, l’ho già fatto',
    },
    cannot: {
      title: 'Non ci riesci?',
      what: 'L’ufficio ICT ti telefona il prossimo giorno lavorativo. Intanto non devi fare altro.',
      button: 'Chiamatemi',
    },
    notMine: {
      title: 'Non tocca a te?',
      what: 'Se sai a chi tocca, scegli la persona: l’ufficio la avvisa.',
      button: 'Non tocca a me',
    },
  } satisfies Record<QuickAnswer, { title: string; what: string; button: string }>,
  toWhom: 'A chi tocca?',
  dontKnow: 'Non lo so',
  answered: {
    done: 'Hai detto che è già fatto: l’ufficio controlla.',
    cannot: 'Hai chiesto di essere chiamato: l’ufficio ti telefona.',
    notMine: 'Hai detto che non tocca a te: l’ufficio cerca la persona giusta.',
  } satisfies Record<QuickAnswer, string>,
  waiting: 'In attesa di altri',
  waitingLine: (label: string) => `${label}. Tu non devi fare niente.`,
  doneToday: 'Fatto oggi',
  at: (hour: string) => `alle ${hour}`,
};
