import type { Standing } from '#process/standing.js';
import type { AlarmClock } from './alarm.js';

/**
 * One function for each thing a case can wait for. Each names its timers, so that Temporal's own page reads like the
 * process; what happens when one rings is decided by `advance`, never here.
 */
type WaitFor = (standing: Standing, clock: AlarmClock) => Promise<void>;

type Timers = Partial<Record<NonNullable<Standing['what']>, string>>;

function until(standing: Standing, clock: AlarmClock, timers: Timers): Promise<void> {
  const name = standing.what === undefined ? undefined : timers[standing.what];
  return clock.ringOrWake(standing, `${name ?? 'prossimo controllo'} (${standing.on ?? ''})`);
}

/** The comune says yes, no or let's talk; silence is recorded at the end, as silence. */
const answer: WaitFor = (standing, clock) =>
  until(standing, clock, {
    reminder: 'promemoria della risposta',
    call: "telefonata dell'ufficio",
    end: 'silenzio: fine del tempo per rispondere',
  });

/** Papers arrive from the comune and are looked at by the office. */
const documents: WaitFor = (standing, clock) =>
  until(standing, clock, { reminder: 'promemoria dei documenti mancanti', end: 'fine del termine' });

/** Somebody gives the go-ahead; after silence a substitute is asked. */
const approval: WaitFor = (standing, clock) =>
  until(standing, clock, { reminder: 'promemoria o sostituto del via libera', end: 'fine del termine' });

/** An act on the funder's platform; only its proof ends the wait. */
const officialAct: WaitFor = (standing, clock) =>
  until(standing, clock, { reminder: "promemoria dell'atto ufficiale", end: 'fine del termine ufficiale' });

/** The funder decides; the office looks at the platform once a week. */
const outsideBody: WaitFor = (standing, clock) =>
  until(standing, clock, {
    round: 'giro del lunedì',
    question: 'domanda al Comune: è arrivata una PEC?',
    reminder: 'promemoria',
    end: 'fine del termine',
  });

/** The clock of the stage stands still until what interrupted it is closed. */
const suspension: WaitFor = (standing, clock) =>
  until(standing, clock, {
    reminder: 'promemoria dei chiarimenti',
    round: 'giro del lunedì',
    end: 'fine del termine dei chiarimenti',
  });

/** Twenty working days for the papers of a sample check. */
const sampleCheck: WaitFor = (standing, clock) =>
  until(standing, clock, {
    reminder: 'promemoria del controllo a campione',
    round: 'giro del lunedì',
    end: 'fine dei 20 giorni lavorativi',
  });

/** Five years in which the services stay active. */
const maintenance: WaitFor = (standing, clock) =>
  until(standing, clock, { reminder: 'verifica annuale del mantenimento', end: 'fine del mantenimento' });

/** What a workflow does in each kind of wait. */
export const WAITS: Readonly<Record<Exclude<Standing['kind'], 'end'>, WaitFor>> = {
  answer,
  documents,
  approval,
  officialAct,
  outsideBody,
  suspension,
  sampleCheck,
  maintenance,
};
