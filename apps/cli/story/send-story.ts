import type { LocalDate } from '#domain/calendar/local-date.js';
import { type Act, lifeOf } from './life.js';
import { SEND_LIVES } from './send-lives.js';
import type { Hour } from './teller.js';

/** The call that the demo is about, in `data/demo/calls`; with its launch the story begins. */
export const SEND = { id: 'send-demo-2027', version: 1 } as const;
export const SEND_LAUNCHED: Hour = ['2026-01-12', '09:30'];

/** From then on the mayor of Nemoli's mailbox is gone. */
const DEAD_ADDRESS = 'sindaco@nemoli.example';

const MARTA = 'marta@unione.example';
const ROCCO = 'rocco@unione.example';

/** What people do with SEND. @param killAddress makes the demo's mail server refuse an address. */
export function sendStory(killAddress: (address: string) => Promise<void>): Act[] {
  return [
    { at: SEND_LAUNCHED, what: 'SEND: avvio', act: (t) => t.launch(MARTA, 'SEND', SEND) },
    ...SEND_LIVES.flatMap((life) => lifeOf('SEND', life)),
    ...scenarios(),
    ...rounds(),
    ...sampleCheck(),
    ...withdrawal(killAddress),
    ...lastDays(),
  ];
}

/** Who does what: two comuni do it alone, for two the union's procurement office makes the tender. */
function scenarios(): Act[] {
  const said = [
    ['2026-04-23', 'Castelluccio Inferiore', 0],
    ['2026-05-08', 'Lagonegro', 1],
    ['2026-05-28', 'Lauria', 1],
    ['2026-07-16', 'Trecchina', 0],
  ] as const;
  return said.map(([date, comune, scenario]) => ({
    at: [date, '11:45'],
    what: `${comune}: chi fa cosa`,
    act: (t) => t.scenario(MARTA, `${comune}, SEND`, scenario),
  }));
}

/** Mondays on which the office found nothing new; the round of this week is still to be made. */
function rounds(): Act[] {
  const mondays: LocalDate[] = ['2027-02-01', '2027-02-15', '2027-03-01', '2027-03-08', '2027-03-15'];
  return mondays.map((date, n) => ({
    at: [date, '09:05'],
    what: 'giro del lunedì',
    act: async (t) => {
      const who = n % 2 === 0 ? MARTA : ROCCO;
      await t.nothingNew(who, 'Trecchina, SEND', 'verification');
      await t.nothingNew(who, 'Rivello, SEND', 'admission');
      await t.nothingNew(who, 'Lauria, SEND', 'payment');
    },
  }));
}

interface Paper {
  who: string;
  requirement: string;
  title: string;
}

/** Lauria: 17 of 23 papers are there, three of them not yet looked at. */
function sampleCheck(): Act[] {
  const rup = 'maria.rup@lauria.example';
  const referent = 'gerardo@lauria.example';
  const accounts = 'ugo@ragioneria.example';
  const paper = (who: string, requirement: string, title: string): Paper => ({ who, requirement, title });
  const files = (at: Hour, papers: Paper[], looked = true): Act => ({
    at,
    what: 'Lauria: documenti del controllo a campione',
    act: async (t) => {
      for (const { who, requirement, title } of papers) {
        const document = await t.upload(who, 'Lauria, SEND', requirement, title);
        if (looked) await t.review(MARTA, 'Lauria, SEND', requirement, document);
      }
    },
  });
  return [
    {
      at: ['2027-03-12', '11:40'],
      what: 'Lauria: PEC del controllo a campione',
      act: (t) =>
        t.milestone('protocollo@lauria.example', 'Lauria, SEND', 'sampleCheckRequested', {
          channel: 'pec',
          on: ['2027-03-12', '10:20'],
          proof: 'PEC del controllo a campione',
        }),
    },
    files(
      ['2027-03-15', '10:10'],
      [
        paper(referent, 'sampleApplication', 'Domanda di partecipazione'),
        paper(referent, 'sampleAdmission', 'PEC di ammissibilità'),
        paper(referent, 'sampleCup', 'Scheda del CUP'),
        paper(referent, 'sampleDecree', 'Decreto di finanziamento'),
        paper(referent, 'sampleRecords', 'Nota sulla gestione documentale'),
      ],
    ),
    files(
      ['2027-03-16', '11:30'],
      [
        paper(rup, 'sampleList', 'Allegato 1, elenco dei documenti'),
        paper(rup, 'sampleStaff', 'Allegato 4, personale'),
        paper(rup, 'sampleRupAppointment', 'Nomina del RUP'),
        paper(rup, 'sampleDecAppointment', 'Nomina del DEC'),
        paper(rup, 'sampleAward', 'Determina di affidamento'),
      ],
    ),
    files(
      ['2027-03-18', '12:20'],
      [
        paper(rup, 'sampleContract', 'Contratto firmato'),
        paper(rup, 'sampleReport', 'Relazione sulle attività'),
        paper(rup, 'sampleCre', 'Certificato di regolare esecuzione'),
        paper(accounts, 'sampleBudget', 'Accertamento e variazione di bilancio'),
      ],
    ),
    {
      at: ['2027-03-22', '09:10'],
      what: 'Lauria: la ragioneria non ci riesce',
      act: (t) => t.answers(accounts, 'cannot'),
    },
    files(['2027-03-24', '12:45'], [paper(referent, 'sampleRegister', 'Schermate del protocollo')], false),
    files(
      ['2027-03-25', '12:10'],
      [
        paper(rup, 'sampleSupplier', 'DURC e dichiarazioni del fornitore'),
        paper(accounts, 'sampleInvoices', 'Fatture con CUP e CIG'),
      ],
      false,
    ),
  ];
}

/** Nemoli withdraws; after the decree it applies again, and its mayor can only be reached by telephone. */
function withdrawal(killAddress: (address: string) => Promise<void>): Act[] {
  return [
    {
      at: ['2027-01-21', '12:30'],
      what: 'Nemoli: rinuncia',
      act: (t) =>
        t.milestone(DEAD_ADDRESS, 'Nemoli, SEND', 'withdrawalRequested', {
          proof: 'Ricevuta della rinuncia',
        }),
    },
    {
      at: ['2027-03-19', '10:15'],
      what: 'Nemoli: decreto di rinuncia',
      act: (t) =>
        t.milestone('nadia@nemoli.example', 'Nemoli, SEND', 'withdrawalDecreed', {
          channel: 'pec',
          on: ['2027-03-18', '15:40'],
          proof: 'Decreto di rinuncia',
        }),
    },
    {
      at: ['2027-03-22', '09:40'],
      what: 'Nemoli: nuova candidatura',
      act: async (t) => {
        await killAddress(DEAD_ADDRESS);
        await t.applyAgain(ROCCO, 'Nemoli', 'SEND');
      },
    },
    {
      at: ['2027-03-24', '10:20'],
      what: 'Nemoli: partecipa di nuovo',
      act: (t) =>
        t.milestone(MARTA, 'Nemoli, SEND (2)', 'participation', {
          outcome: 'yes',
          channel: 'phone',
          behalf: true,
          note: 'Il sindaco ha detto sì al telefono: la sua casella di posta non riceve più.',
        }),
    },
  ];
}

/** Rivello: the referent is away, and the PEC of Tuesday is registered on the last working day. */
function lastDays(): Act[] {
  return [
    {
      at: ['2027-03-19', '12:50'],
      what: 'Rivello: assenza della referente',
      act: (t) =>
        t.away(
          'giulia@rivello.example',
          'giulia@rivello.example',
          { from: '2027-03-22', to: '2027-04-02' },
          'silvia@segretari.example',
        ),
    },
    {
      at: ['2027-03-26', '08:02'],
      what: 'Rivello: PEC di ammissibilità',
      act: (t) =>
        t.milestone(MARTA, 'Rivello, SEND', 'admission', {
          outcome: 'admitted',
          channel: 'pec',
          behalf: true,
          on: ['2027-03-23', '11:02'],
          proof: 'PEC di ammissibilità',
        }),
    },
    {
      at: ['2027-03-26', '08:03'],
      what: 'Rivello: nota sul CUP',
      act: (t) =>
        t.note(
          MARTA,
          'Rivello, SEND',
          'La PEC di martedì era nella casella del protocollo di Rivello. Prima di partire Giulia ha scritto per e-mail: «il CUP è J81F2200384OO06».',
        ),
    },
  ];
}
