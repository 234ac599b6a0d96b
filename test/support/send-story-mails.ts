import type { LocalDate } from '#domain/calendar/local-date.js';
import type { MailItem, MailView, ReminderItem } from '#notifications/mail-view.js';

// Every kind of e-mail that the story of Rivello and its neighbours on SEND can send; people and events are invented.

const BASE = 'https://capofila.unione.example';
const PAGE = `${BASE}/candidature/rivello-send-2027`;
const HASH = 'a1b2c3d4e5f60718293a4b5c6d7e8f901122334455667788990011223344aabb';

export const giulia: MailView['to'] = { name: 'Giulia Riviello', greetingName: 'Giulia', formal: false };
export const mayor: MailView['to'] = { name: 'Antonio Conte', greetingName: 'Sindaco', formal: true };
const secretary: MailView['to'] = { name: 'Paola Ferri', greetingName: 'Segretaria', formal: true };
export const marta: MailView['to'] = {
  name: 'Marta Lauria',
  greetingName: 'Marta',
  formal: false,
  officer: true,
};

const about = { comune: 'Rivello', call: 'SEND', page: PAGE };

/** An e-mail to one person with these items, sent on `now`. */
export function mailTo(to: MailView['to'], now: LocalDate, ...items: [MailItem, ...MailItem[]]): MailView {
  const answer = (what: string) => `${BASE}/rispondi/3f0c7d51?risposta=${what}`;
  return {
    to,
    office: {
      unionName: 'Unione dei Comuni Lucani del Lagonegrese',
      officeName: "Ufficio ICT dell'Unione",
      phone: '0973 000 000',
      email: 'ict@unione.example',
      signature: 'Marta',
    },
    items,
    links: { base: BASE },
    quickAnswers: {
      done: answer('fatto'),
      cannot: answer('chiamatemi'),
      notMine: answer('non-tocca-a-me'),
    },
    now,
  };
}

export const cup: ReminderItem = {
  ...about,
  kind: 'reminder',
  topic: 'cup',
  action: 'inserire il CUP',
  missing: [{ label: 'CUP' }],
  amountCents: 2_314_700,
  peremptory: true,
  notice: { date: '2027-03-23', time: '11:02' },
  length: '5 giorni',
  cupTemplate: '2407003',
  workBy: '2027-03-26',
  end: '2027-03-28',
  tone: 4,
  announces: [{ who: 'il segretario', on: '2027-03-24' }],
};

const contract: ReminderItem = {
  ...about,
  kind: 'reminder',
  missing: [
    { label: 'Determina di affidamento', note: 'serve con CUP e CIG' },
    { label: 'Contratto firmato', from: 'RUP' },
  ],
  amountCents: 2_314_700,
  peremptory: false,
  workBy: '2027-09-03',
  end: '2027-09-04',
  tone: 2,
};

const unlooked: ReminderItem = {
  ...about,
  kind: 'reminder',
  missing: [{ label: 'la domanda di partecipazione firmata (.p7m)' }],
  amountCents: 2_314_700,
  peremptory: true,
  workBy: '2027-03-26',
  end: '2027-03-28',
  tone: 3,
};

const escalation = {
  ...about,
  kind: 'escalation' as const,
  topic: 'cup' as const,
  missing: [{ label: 'CUP' }],
  amountCents: 2_314_700,
  amountWord: 'ammessi',
  peremptory: true,
  workBy: '2027-03-26' as const,
  end: '2027-03-28' as const,
};

const sampleCheck: ReminderItem = {
  comune: 'Lauria',
  call: 'SEND',
  page: `${BASE}/candidature/lauria-send-2027`,
  kind: 'reminder',
  topic: 'sampleCheck',
  missing: [
    { label: 'Dichiarazione sui conflitti di interesse', from: 'RUP' },
    { label: 'Dichiarazione sui conflitti di interesse', from: 'DEC' },
    { label: 'Dichiarazione del titolare effettivo', note: 'della ditta, non il sindaco' },
    { label: 'Schermata degli impegni di spesa', from: 'ragioneria' },
    { label: 'Schermata dei pagamenti', from: 'ragioneria' },
    { label: 'Link alla pagina del sito' },
  ],
  papersInAll: 23,
  peremptory: true,
  notice: { date: '2027-08-03' },
  length: '20 giorni lavorativi',
  workBy: '2027-08-31',
  end: '2027-08-31',
  tone: 1,
};

const invitation = {
  ...about,
  kind: 'invitation' as const,
  callTitle: 'Misura 1.4.5 — Piattaforma Notifiche Digitali (SEND)',
  amountCents: 2_314_700,
  amountBecause: 'popolazione al 1° gennaio 2023',
  needs: ['Delibera di Giunta', 'Nome del RUP', 'Firma del sindaco in formato .p7m'],
  unionDoes: "l'affidamento e i controlli",
  hours: 3,
  costAfter: "circa 600 euro all'anno",
  workBy: '2027-01-22' as const,
  end: '2027-02-26' as const,
  answers: { yes: `${PAGE}/risposta?si`, no: `${PAGE}/risposta?no`, talk: `${PAGE}/risposta?parliamone` },
};

const moved = {
  ...about,
  kind: 'termMoved' as const,
  oldEnd: '2027-03-10' as const,
  workBy: '2027-03-17' as const,
  end: '2027-03-31' as const,
  act: 'Decreto n. 137/2027',
  readOn: '2027-03-04' as const,
};

const filed = {
  ...about,
  kind: 'documentFiled' as const,
  label: 'Determina di affidamento',
  on: '2027-03-09' as const,
  at: '9:41',
  pages: 4,
  bytes: 812_000,
  hash: HASH,
  chainHead: HASH.split('').toReversed().join(''),
  review: true,
};

const actOnRecord = {
  ...about,
  kind: 'documentFiled' as const,
  act: true as const,
  label: 'Inserimento del CUP sulla piattaforma',
  on: '2027-03-26' as const,
  at: '8:31',
  chainHead: HASH,
  review: false,
};

const returned = {
  ...about,
  kind: 'documentReturned' as const,
  label: 'Determina di affidamento',
  reason: 'manca il CIG',
  help: "Può bastare un'integrazione: il modello è nella pagina.",
  workBy: '2027-03-12' as const,
};

const approval = {
  ...about,
  kind: 'approvalAsked' as const,
  what: 'la determina di affidamento',
  tone: 1 as const,
};

const officeCall = {
  ...about,
  kind: 'officeCall' as const,
  what: 'CUP da inserire',
  whom: { name: 'Antonio Conte', role: 'sindaco', phone: '0973 111 111' },
  workBy: '2027-03-26' as const,
  end: '2027-03-28' as const,
};

const waits = {
  ...about,
  waitsFor: 'il Dipartimento',
  since: '2027-01-08' as const,
  usual: "Di solito il decreto arriva in 92 giorni dall'invio (da 55 a 122).",
};

/** Name of a mail -> what it is written from. */
export const sendStory: Record<string, MailView> = {
  'cup-1-subito': mailTo(giulia, '2027-03-23', cup),
  'cup-2-vigilia': mailTo(giulia, '2027-03-25', { ...cup, tone: 3, announces: undefined } as ReminderItem),
  'cup-3-ultimo-giorno': mailTo(giulia, '2027-03-26', {
    ...cup,
    tone: 3,
    announces: undefined,
  } as ReminderItem),
  'cup-4-dopo-la-data-di-lavoro': mailTo(giulia, '2027-03-27', {
    ...cup,
    announces: undefined,
    tone: 3,
  } as ReminderItem),
  'escalation-sindaco-ultimo-giorno': mailTo(mayor, '2027-03-26', {
    ...escalation,
    answerBy: '16:00',
    why: 'La referente è assente e il segretario non ha ancora le credenziali del Sistema CUP.',
    announced: { with: 'la referente e con il segretario', on: '2027-03-25' },
    answers: {
      secretary: `${BASE}/rispondi/9a?chi=segretario`,
      other: `${BASE}/rispondi/9a?chi=altri`,
      call: `${BASE}/rispondi/9a?chi=chiamatemi`,
    },
  }),
  'escalation-segretaria': mailTo(secretary, '2027-03-24', {
    ...escalation,
    announced: { with: 'la referente', on: '2027-03-23' },
  }),
  'escalation-via-libera': mailTo(secretary, '2027-03-24', {
    ...about,
    kind: 'escalation',
    topic: 'approval',
    missing: [{ label: 'La determina di affidamento' }],
    peremptory: false,
    workBy: '2027-03-30',
  }),
  'invito-sindaco': mailTo(mayor, '2027-01-11', { ...invitation, tone: 1 }),
  'invito-terzo': mailTo(secretary, '2027-01-20', { ...invitation, tone: 3 }),
  'contratto-aiuto': mailTo(giulia, '2027-08-04', contract),
  'contratto-euro': mailTo(giulia, '2027-08-27', {
    ...contract,
    tone: 4,
    announces: [{ who: 'il sindaco', on: '2027-08-30' }],
  }),
  'una-carta': mailTo(giulia, '2027-03-09', {
    ...about,
    kind: 'reminder',
    missing: [{ label: 'Nome del RUP' }],
    peremptory: false,
    workBy: '2027-03-12',
    tone: 2,
  }),
  'elenco-di-un-comune': mailTo(
    giulia,
    '2027-03-08',
    {
      ...about,
      call: 'PDND',
      kind: 'reminder',
      missing: [{ label: 'Determina di affidamento', note: 'serve con CUP e CIG' }],
      peremptory: false,
      workBy: '2027-03-10',
      end: '2027-03-24',
      tone: 2,
    },
    {
      ...about,
      call: 'ANNCSU',
      kind: 'reminder',
      missing: [{ label: 'Nome del RUP' }],
      peremptory: false,
      workBy: '2027-03-12',
      tone: 1,
    },
  ),
  'riepilogo-misto': mailTo(
    giulia,
    '2027-03-25',
    { ...cup, tone: 3, announces: undefined } as ReminderItem,
    { ...returned, comune: 'Nemoli', workBy: '2027-03-30' },
    { ...moved, comune: 'Trecchina', call: 'PDND', move: 'extension' },
  ),
  proroga: mailTo(giulia, '2027-03-04', { ...moved, move: 'extension' }),
  'proroga-sindaco': mailTo(mayor, '2027-03-04', { ...moved, move: 'extension', term: 'Completamento' }),
  riapertura: mailTo(giulia, '2027-03-12', { ...moved, move: 'reopening', readOn: '2027-03-11' }),
  sospensione: mailTo(giulia, '2027-03-04', {
    ...moved,
    move: 'suspension',
    term: 'Contratto',
    act: 'Nota DTD prot. 812',
  }),
  correzione: mailTo(giulia, '2027-03-26', {
    ...about,
    kind: 'dateCorrected',
    wrong: '2027-03-26',
    right: '2027-03-30',
    peremptory: true,
    workBy: '2027-03-30',
    end: '2027-03-30',
    toldOn: '2027-03-25',
    reason: 'la PEC era del 25 marzo',
  }),
  ricevuto: mailTo(giulia, '2027-03-09', filed),
  registrato: mailTo(giulia, '2027-03-26', actOnRecord),
  'da-correggere': mailTo(giulia, '2027-03-10', returned),
  'via-libera': mailTo(mayor, '2027-03-10', { ...approval, workBy: '2027-03-12' }),
  'via-libera-secondo': mailTo(giulia, '2027-03-12', {
    ...approval,
    tone: 4,
    announces: [{ who: 'il segretario', on: '2027-03-16' }],
  }),
  'non-guardato': mailTo(giulia, '2027-03-24', { ...unlooked, unlooked: 'comune' }),
  'da-guardare': mailTo(marta, '2027-03-24', { ...unlooked, unlooked: 'office' }),
  'manca-ancora': mailTo(giulia, '2027-06-14', {
    ...about,
    kind: 'stillOwed',
    missing: [
      { label: 'l’atto di partecipazione (delibera o determina)' },
      { label: 'la domanda di partecipazione firmata (.p7m)', note: 'da correggere', from: 'sindaco' },
    ],
  }),
  'domanda-pec': mailTo(giulia, '2027-06-15', { ...waits, kind: 'question' }),
  'campione-primo': mailTo(giulia, '2027-08-03', sampleCheck),
  'campione-meta': mailTo(giulia, '2027-08-17', { ...sampleCheck, tone: 2, cup: 'G91F24000120006' }),
  'ufficio-subito': mailTo(marta, '2027-03-29', {
    ...about,
    kind: 'officeNews',
    news: 'termLapsed',
    label: 'CUP',
    end: '2027-03-28',
  }),
  'ufficio-chiamare': mailTo(marta, '2027-03-26', { ...officeCall, why: 'unanswered' }),
  'ufficio-riepilogo': {
    ...mailTo(
      marta,
      '2027-03-26',
      {
        ...officeCall,
        why: 'cannot',
        whom: { name: 'Giulia Riviello', role: 'referente', phone: '0973 222 222' },
      },
      { ...about, comune: 'Nemoli', kind: 'officeCall', why: 'silence', what: 'risposta a PDND' },
      { ...sampleCheck, tone: 2 },
      { ...about, comune: 'Latronico', kind: 'officeNews', news: 'saysDone', label: 'Contratto firmato' },
      { ...about, comune: 'Nemoli', kind: 'officeNews', news: 'deadAddress', label: 'Luca Neri (sindaco)' },
      {
        ...about,
        comune: 'Trecchina',
        kind: 'officeReview',
        label: 'Determina di affidamento',
        on: '2027-03-25',
        at: '16:12',
        from: 'Paolo Viola',
      },
      { ...waits, comune: 'Maratea', kind: 'officeRound' },
    ),
    desk: {
      atRiskCents: 2_314_700,
      todo: [
        {
          ...about,
          missing: ['CUP', 'Schermata della piattaforma'],
          dates: { workBy: '2027-03-26', end: '2027-03-28', cutOff: '23:59' },
        },
        {
          ...about,
          comune: 'Nemoli',
          missing: ['CUP'],
          dates: { workBy: '2027-03-30', end: '2027-04-02' },
        },
      ],
      phone: [],
      failed: [],
      week: [
        {
          ...about,
          comune: 'Trecchina',
          missing: ['Determina di affidamento'],
          dates: { workBy: '2027-03-31' },
        },
      ],
    },
  },
};
