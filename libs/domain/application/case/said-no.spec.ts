import { epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import { ofType } from '#domain/fact/fact.js';
import { sendDefinition } from '../../../../test/support/send-definition.js';
import { admit } from '../admit/admit.js';
import { decide } from '../decide/decide.js';
import { madeUpInput } from '../decide/made-up-input.js';
import { explain } from '../explain/explain.js';
import { readCase } from './case.js';
import { History } from './made-up-facts.js';

const send = sendDefinition();
const at = (date: LocalDate) => epochMs(instantAt(date, '12:00:00'));
const read = ({ facts }: History) => readCase(send, { call: [], application: facts });
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
