import { epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import { ofType } from '#domain/fact/fact.js';
import { sendDefinition } from '../../../../test/support/send-definition.js';
import { admit } from '../admit/admit.js';
import { decide, type DecideInput, type Decisions } from '../decide/decide.js';
import { madeUpInput, recorded } from '../decide/made-up-input.js';
import { explain } from '../explain/explain.js';
import { readCase } from './case.js';
import { admitted, History } from './made-up-facts.js';

const send = sendDefinition();
const at = (date: LocalDate) => epochMs(instantAt(date, '12:00:00'));
const read = ({ facts }: History) => readCase(send, { call: [], application: facts });
const codes = ({ theCase }: Decisions) => theCase.findings.map(({ code }) => code);
const refused = () =>
  new History().opened('2024-05-08').milestone('participation', '2024-05-10', { outcome: 'no' });
const sent = (history: History) =>
  history.milestone('submission', '2024-06-03', { time: '11:20:00', recorded: '2024-06-06' });

test('a "no" ends the case; a proof of the sending that comes later opens it, and both are told', () => {
  expect(read(refused())).toMatchObject({ ended: true, endedByNo: true });
  const theCase = read(sent(refused()));
  expect(theCase).toMatchObject({
    ended: false,
    stage: { id: 'admission' },
    since: { date: '2024-06-03' },
    saidNo: { at: { date: '2024-05-10' }, sent: { date: '2024-06-03' } },
  });
  const decided = decide(madeUpInput(send, sent(refused()), at('2024-06-06')));
  expect(decided.facts).toMatchObject([{ type: 'finding.raised', body: { code: 'INVIO-01', by: 'fact-2' } }]);
  expect(explain(decided.theCase).why).toContain(
    'Da chiarire: risulta inviata, ma il Comune aveva detto di no.',
  );
});

test('it is taken with its proof, and nothing else is', () => {
  const history = refused();
  const code = (later: History, on: LocalDate) => {
    const fact = ofType(later.facts, 'milestone.recorded').at(-1);
    if (fact === undefined) throw new Error('nothing was recorded');
    return admit(fact, send, { call: [], application: history.facts }, at(on))?.code;
  };
  expect(code(sent(refused()), '2024-06-06')).toBeUndefined();
  expect(code(refused().milestone('decree', '2024-06-03'), '2024-06-06')).toBe('CASO-02');
  const unproven = sent(refused());
  const last = unproven.facts.at(-1);
  if (last?.type === 'milestone.recorded') delete last.body.proof;
  expect(code(unproven, '2024-06-06')).toBe('PROVA-01');
});

test('once the "no" is corrected or taken back nothing is left to clear up', () => {
  const corrected = sent(refused()).milestone('participation', '2024-05-10', {
    outcome: 'yes',
    recorded: '2024-06-07',
    corrects: 'fact-2',
  });
  expect(read(corrected).saidNo).toBeUndefined();
  expect(decide(madeUpInput(send, corrected, at('2024-06-07'))).facts).toEqual([]);
  expect(read(corrected).stage.id).toBe('admission');
});

test('a "no" that comes after the sending closes nothing and contradicts nothing', () => {
  const later = sent(new History().opened('2024-05-08')).milestone('participation', '2024-06-10', {
    outcome: 'no',
  });
  expect(read(later)).toMatchObject({ ended: false, stage: { id: 'admission' } });
  expect(read(later).saidNo).toBeUndefined();
});

describe('an application that was over goes on, and meanwhile a new one was opened', () => {
  const later = { id: 'other', number: 'ULL-2024-0009', later: true };
  const decided = (history: History, on: LocalDate, besides: DecideInput['besides']) =>
    decide(madeUpInput(send, history, at(on), besides === undefined ? {} : { besides }));

  test('the proof is taken, and somebody is asked of which of the two it is', () => {
    const history = sent(refused());
    const { facts, theCase } = decided(history, '2024-06-06', [later]);
    expect(theCase.stage.id).toBe('admission');
    expect(facts.map(({ body }) => body)).toContainEqual({
      finding: 'INVIO-02:ULL-2024-0009',
      code: 'INVIO-02',
      by: 'fact-3',
      with: 'ULL-2024-0009',
    });
    expect(theCase.findings.map(({ sentence }) => sentence).join(' ')).toContain('ULL-2024-0009');
  });

  test('it stands at the earlier one alone, and where as many as live are allowed there is none', () => {
    const history = sent(refused());
    expect(codes(decided(history, '2024-06-06', [{ ...later, later: false }]))).toEqual(['INVIO-01']);
    const two = { ...send, liveApplicationsPerBody: 2 };
    expect(codes(decide(madeUpInput(two, history, at('2024-06-06'), { besides: [later] })))).toEqual([
      'INVIO-01',
    ]);
  });

  test('it goes when the other is over, stays while nobody looks, and is not raised again once answered', () => {
    const history = sent(refused());
    const raised = new History();
    raised.facts.push(...recorded(history.facts, decided(history, '2024-06-06', [later]), at('2024-06-06')));
    expect(codes(decided(raised, '2024-06-07', undefined))).toContain('INVIO-02');
    expect(decided(raised, '2024-06-07', [])).toMatchObject({
      facts: [{ type: 'finding.resolved', body: { finding: 'INVIO-02:ULL-2024-0009' } }],
    });
    raised.add('finding.resolved', '2024-06-07', {
      finding: 'INVIO-02:ULL-2024-0009',
      reason: 'tutte e due',
    });
    expect(decided(raised, '2024-06-08', [later]).facts).toEqual([]);
  });

  test('whatever opened it again: a moved end, a withdrawal that was voided', () => {
    const withdrawn = admitted()
      .milestone('withdrawalRequested', '2024-08-01')
      .milestone('withdrawalDecreed', '2024-08-20');
    expect(decided(withdrawn, '2024-08-21', [later])).toMatchObject({ facts: [], theCase: { ended: true } });
    const seq = withdrawn.facts.length;
    withdrawn.add('fact.voided', '2024-09-01', {}, { corrects: `fact-${seq}` });
    expect(codes(decided(withdrawn, '2024-09-01', [later]))).toEqual(['INVIO-02']);
  });
});
