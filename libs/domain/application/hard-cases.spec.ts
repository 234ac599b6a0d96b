import { readFileSync } from 'node:fs';
import type { CallDefinition } from '#domain/call/definition.js';
import { epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import { admit } from './admit/admit.js';
import { readCase } from './case/case.js';
import { decide } from './decide/decide.js';
import { madeUpInput } from './decide/made-up-input.js';
import { stageSentence } from './explain/stage-sentence.js';
import { admitted, type History, participating } from './case/made-up-facts.js';

// Cases that real applications to PA digitale 2026 have met.
const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;

/** What the record says to the last fact of a history, when it is proposed on a day. */
function proposed(history: History, on: LocalDate) {
  const fact = history.facts.at(-1)!;
  const application = history.facts.slice(0, -1);
  return admit(fact, send, { call: [], application }, epochMs(instantAt(on, '18:00')));
}

const read = (history: History) => readCase(send, { call: [], application: history.facts });

const decreed = () =>
  admitted()
    .milestone('cup', '2024-07-25', { data: { cup: 'J81F22003840006' } })
    .milestone('decree', '2024-08-22', { data: { decreeNumber: '127', decreedCents: 2_314_700 } });
const contracted = (contractDate: string) =>
  decreed()
    .filed('awardAct', '2024-09-01')
    .reviewed('awardAct', '2024-09-02')
    .milestone('contract', '2024-09-10', { data: { contractDate } });

describe('a contract older than 1 February 2020', () => {
  test('is refused with the first day that the call takes', () => {
    expect(proposed(contracted('2020-01-31'), '2024-09-10')).toMatchObject({
      code: 'DATO-05',
      detail: expect.stringContaining('accetta date dal 1° febbraio 2020'),
    });
    expect(proposed(contracted('2020-02-01'), '2024-09-10')).toBeUndefined();
  });

  test('with a day that the calendar lacks is refused, so that no term counts from it', () => {
    expect(proposed(contracted('2024-02-30'), '2024-09-10')).toMatchObject({ code: 'DATO-02' });
  });
});

describe('a completion earlier than the contract', () => {
  const early = () => contracted('2024-09-10').milestone('completion', '2024-09-05');

  test('is refused as the platform does, with the paper that is wanted', () => {
    expect(proposed(early(), '2024-10-01')).toMatchObject({
      code: 'FATTO-13',
      detail: expect.stringContaining('«atto ricognitivo con i motivi, se il completamento è precedente'),
    });
  });

  test('is taken once the act with the reasons has been filed', () => {
    const history = contracted('2024-09-10')
      .filed('completionRecognition', '2024-09-20')
      .milestone('completion', '2024-09-05');
    expect(proposed(history, '2024-10-01')).toBeUndefined();
    expect(read(history).stage.id).toBe('verification');
  });

  test('on the very day of the contract is none', () => {
    const history = contracted('2024-09-10').milestone('completion', '2024-09-10');
    expect(proposed(history, '2024-10-01')).toBeUndefined();
  });
});

describe('money that ends before the deadline, and a reserve for the South that is full', () => {
  const refused = (notAdmittedBecause: string) => {
    const history = admitted();
    history.facts.pop();
    return history.milestone('admission', '2024-07-23', {
      outcome: 'notAdmitted',
      data: { notAdmittedBecause },
    });
  };

  test.each([
    ['fundsUsedUp', 'fondi esauriti'],
    ['regionalReserve', 'riserva per area (Nord o Sud) esaurita'],
  ])('is a reason of non-admission that the page says: %s', (code, words) => {
    expect(proposed(refused(code), '2024-07-24')).toBeUndefined();
    expect(stageSentence(read(refused(code)))).toContain(`Esclusa il 23 luglio 2024: ${words}.`);
  });

  test('may be raised after the close: who was left out is admitted, with five days for the CUP from then', () => {
    const history = refused('fundsUsedUp').milestone('notAdmittedRemedy', '2024-11-15', {
      outcome: 'readmitted',
    });
    const { stage, terms } = read(history);
    expect(stage.id).toBe('cup');
    expect(terms.find((each) => each.id === 'cupEntry')).toMatchObject({
      status: 'running',
      term: { start: '2024-11-15', end: '2024-11-20' },
    });
  });

  test('a reason that is none of the list is refused with the list', () => {
    expect(proposed(refused('unlucky'), '2024-07-24')).toMatchObject({
      code: 'DATO-06',
      detail: expect.stringContaining('fondi esauriti'),
    });
  });
});

describe('a sample check', () => {
  const checked = () => decreed().milestone('sampleCheckRequested', '2024-08-26');

  test('asks for its papers, which can be filed while it is open and not before', () => {
    expect(proposed(decreed().filed('sampleRup', '2024-08-25'), '2024-08-25')).toMatchObject({
      code: 'DOC-101',
    });
    expect(proposed(checked().filed('sampleRup', '2024-08-27'), '2024-08-27')).toBeUndefined();
    const history = checked().filed('sampleRup', '2024-08-27').reviewed('sampleRup', '2024-08-28');
    expect(read(history).missing.map((each) => each.requirement.id)).not.toContain('sampleRup');
  });

  test('asks a second time for papers of its own', () => {
    const again = checked()
      .filed('sampleRup', '2024-08-27')
      .reviewed('sampleRup', '2024-08-28')
      .milestone('sampleCheckAnswered', '2024-09-02')
      .milestone('sampleCheckRequested', '2025-03-03');
    expect(read(again).missing.map((each) => each.requirement.id)).toContain('sampleRup');
  });

  test('is answered by the act on the platform, whatever papers are here', () => {
    expect(read(checked().milestone('sampleCheckAnswered', '2024-09-02')).overlays).toEqual([]);
  });
});

describe('re-admission to a term', () => {
  const lapsed = (history: History, term: string, end: LocalDate) =>
    history.add('term.lapsed', end, { term, round: 1, end });
  const contractLate = () => lapsed(decreed(), 'contractUpload', '2024-11-20');

  test('leads back to the stage, whose term ends on the day that the decree says', () => {
    const history = contractLate()
      .milestone('readmissionRequested', '2024-11-22')
      .milestone('readmittedToContract', '2024-12-09', { data: { newEnd: '2025-02-28' } });
    const { stage, round, overlays, terms } = read(history);
    expect([stage.id, round, overlays]).toEqual(['contract', 2, []]);
    expect(terms.findLast((each) => each.id === 'contractUpload')).toMatchObject({
      round: 2,
      status: 'running',
      term: { end: '2025-02-28', safeEnd: '2025-02-28' },
    });
  });

  test('is not moved by an extension that was decreed before it', () => {
    const history = contractLate()
      .add('term.amended', '2024-11-25', {
        term: 'contractUpload',
        round: 2,
        kind: 'extension',
        act: 'Decreto n. 1',
        actDate: '2024-11-25',
        knownOn: '2024-11-25',
        newEnd: '2024-12-31',
      })
      .milestone('readmissionRequested', '2024-11-26')
      .milestone('readmittedToContract', '2024-12-09', { data: { newEnd: '2025-02-28' } });
    expect(read(history).terms.findLast((each) => each.id === 'contractUpload')?.term.end).toBe('2025-02-28');
  });

  test('counts anew from the decree while its day is not known', () => {
    const history = lapsed(admitted(), 'cupEntry', '2024-07-29')
      .milestone('readmissionRequested', '2024-08-01')
      .milestone('readmittedToCup', '2024-09-02', { data: {} });
    expect(read(history).terms.findLast((each) => each.id === 'cupEntry')?.term).toMatchObject({
      start: '2024-09-02',
      end: '2024-09-07',
    });
  });

  test('that is refused leaves the term passed and the case where it was', () => {
    const history = contractLate()
      .milestone('readmissionRequested', '2024-11-22')
      .milestone('readmissionRefused', '2024-12-09');
    expect(read(history)).toMatchObject({ stage: { id: 'contract' }, round: 1, overlays: ['termPassed'] });
  });

  test('of the works goes on to the verification when they are completed in the new time', () => {
    const history = lapsed(contracted('2024-09-10'), 'worksEnd', '2025-05-12')
      .milestone('readmissionRequested', '2025-05-13')
      .milestone('readmittedToWorks', '2025-06-03', { data: { newEnd: '2025-10-31' } })
      .milestone('completion', '2025-10-30');
    const { stage, terms } = read(history);
    expect(stage.id).toBe('verification');
    expect(terms.findLast((each) => each.id === 'worksEnd')?.met?.inTime).toBe(true);
  });
});

describe('the monthly question whether a PEC has arrived', () => {
  const asked = (history: History, on: LocalDate) =>
    decide(madeUpInput(send, history, epochMs(instantAt(on, '07:30')))).messages.filter(
      (each) => each.kind === 'question' && each.person === 'referent',
    );
  const waiting = () => {
    const history = participating();
    for (const paper of ['participationAct', 'serviceList', 'signedApplication']) {
      history.filed(paper, '2024-05-20').reviewed(paper, '2024-05-21');
    }
    return history.milestone('submission', '2024-06-03');
  };

  test('counts from the sending, for nine decrees out of ten come within 122 days of it', () => {
    expect(asked(waiting(), '2024-10-02')).toEqual([]);
    expect(asked(waiting(), '2024-10-03')).toHaveLength(1);
  });

  test('is not asked again within a month of a PEC that moved the case on', () => {
    const history = waiting()
      .milestone('admission', '2024-10-01', { outcome: 'admitted' })
      .milestone('cup', '2024-10-03', { data: { cup: 'J81F22003840006' } });
    expect(asked(history, '2024-10-04')).toEqual([]);
    expect(asked(history, '2024-12-02')).toHaveLength(1);
  });
});
