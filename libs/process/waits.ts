import type { WaitKind } from '#domain/call/definition.js';
import type { Alarm } from './standing.js';

export interface Wait {
  /** What it waits for, and of whom. */
  until: string;
  /** The timers that race a wake-up, by what comes next, in the words that Temporal's own page shows. */
  timers: Readonly<Partial<Record<NonNullable<Alarm['what']>, string>>>;
}

/** Everything that a call, an application or the stored files of a union can wait for. What happens when a timer rings, the domain decides. */
export const WAITS: Readonly<Record<Exclude<WaitKind, 'end'> | 'call' | 'files', Wait>> = {
  call: {
    until: 'the last application has ended',
    timers: { end: "chiusura dell'avviso" },
  },
  answer: {
    until: 'the comune says yes, no or "let us talk"; silence is recorded at the end, as silence',
    timers: {
      reminder: 'promemoria della risposta',
      phone: "telefonata dell'ufficio",
      end: 'silenzio: fine del tempo per rispondere',
    },
  },
  documents: {
    until: 'papers have come from the comune and the office has looked at them',
    timers: { reminder: 'promemoria dei documenti mancanti', end: 'fine del termine' },
  },
  approval: {
    until: 'somebody has given the go-ahead; after silence a substitute is asked',
    timers: { reminder: 'promemoria o sostituto del via libera', end: 'fine del termine' },
  },
  officialAct: {
    until: "the proof of an act on the funder's platform is here",
    timers: { reminder: "promemoria dell'atto ufficiale", end: 'fine del termine ufficiale' },
  },
  outsideBody: {
    until: 'the funder has decided; the office looks at its platform once a week',
    timers: {
      round: 'giro del lunedì',
      question: 'domanda al Comune: è arrivata una PEC?',
      reminder: 'promemoria',
      end: 'fine del termine',
    },
  },
  suspension: {
    until: 'what interrupted the stage is closed; the clock of the stage stands still',
    timers: {
      reminder: 'promemoria dei chiarimenti',
      round: 'giro del lunedì',
      end: 'fine del termine dei chiarimenti',
    },
  },
  sampleCheck: {
    until: 'the papers of a sample check are sent',
    timers: {
      reminder: 'promemoria del controllo a campione',
      round: 'giro del lunedì',
      end: 'fine dei 20 giorni lavorativi',
    },
  },
  maintenance: {
    until: 'the years in which the services must stay active are over',
    timers: { reminder: 'verifica annuale del mantenimento', end: 'fine del mantenimento' },
  },
  files: {
    until:
      'the night in which every stored file is read and held against the record; what it found is told in office hours',
    timers: { files: 'lettura dei file depositati', tell: "avviso all'ufficio: file da ripristinare" },
  },
};

/** "promemoria della risposta (2024-05-14)": how Temporal's own page names the timer. */
export function timerName(kind: keyof typeof WAITS, { what, on }: Alarm): string {
  const name = what === undefined ? undefined : WAITS[kind].timers[what];
  return `${name ?? 'prossimo controllo'} (${on ?? ''})`;
}
