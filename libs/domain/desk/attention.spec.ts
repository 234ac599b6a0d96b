import { roleInWords } from '#domain/people/role-words.js';
import { attentionInWords, turnInList } from './attention.js';
import type { Asked, Glance } from './glance.js';
import { madeUpAsked, madeUpGlance } from './made-up-glances.js';
import { signOf } from './sign.js';

const rivello = { id: 'rivello' };
const owed = (made: Partial<Asked> = {}) =>
  madeUpAsked({ kind: 'document', ours: false, owed: true, upTo: ['secretary', 'referent'], ...made });
const deed = owed({ requirement: 'participationAct', label: 'atto di partecipazione', fatal: true });
const sent = (asked: Asked[], made: Partial<Glance> = {}) =>
  madeUpGlance({ party: 'funder', roles: [], terms: [], asked, ...made });
const turn = (glance: Glance) =>
  turnInList({ applicant: rivello, glance, upTo: 'Dipartimento' }, [{ role: 'rup', body: 'rivello' }]);

test('what may cost the application is named first, with a word of its own, whatever else is owed', () => {
  const glance = sent([owed({ label: 'la decisione di partecipare' }), deed, owed({ label: 'l’elenco' })]);
  expect(signOf(glance, '2027-03-26')).toBe('atRisk');
  expect(attentionInWords(glance)).toBe("Rischia l’esclusione: serve l'atto di partecipazione");
  const two = sent([deed, { ...deed, requirement: 'agreement', label: 'accordo' }]);
  expect(attentionInWords(two)).toBe("Rischia l’esclusione: serve l'atto di partecipazione e un altro atto");
});

test('it is the turn of those who owe it, not of the funder who is waited for', () => {
  expect(turn(sent([owed(), deed]))).toEqual({
    upTo: [roleInWords('secretary'), roleInWords('referent')].join(', '),
    seats: [
      { role: 'secretary', body: 'rivello' },
      { role: 'referent', body: 'rivello' },
    ],
  });
  expect(turn(sent([{ ...deed, of: 'nemoli' }])).seats[0]).toEqual({ role: 'secretary', body: 'nemoli' });
});

test('once it is filed the office must look at it; what is still to be brought comes before', () => {
  const filed: Asked = { ...deed, status: 'inReview' };
  expect(attentionInWords(sent([filed]))).toBe(
    "Rischia l’esclusione: è da controllare l'atto di partecipazione",
  );
  expect(turn(sent([filed]))).toEqual({ upTo: 'Unione', seats: [{ role: 'deskOfficer' }] });
  const other: Asked = { ...deed, requirement: 'agreement', label: 'accordo' };
  expect(attentionInWords(sent([filed, other]))).toBe(
    "Rischia l’esclusione: serve l'accordo e un altro atto",
  );
});

test('what is to be cleared up is said where nothing is worse, and whose turn it is stays', () => {
  const findings: Glance['findings'] = [{ id: 'f', code: 'CUP-12', holds: true }];
  const glance = madeUpGlance({ findings });
  expect(attentionInWords(glance)).toBe('Da chiarire: il CUP risulta di un altro ente');
  expect(turn(glance)).toEqual({ upTo: 'Dipartimento', seats: [{ role: 'rup', body: 'rivello' }] });
  expect(attentionInWords(sent([deed], { findings }))).toContain('Rischia l’esclusione');
});

test('without anything of the kind, and after the end, nothing is said; the funder has no people here', () => {
  expect(attentionInWords(madeUpGlance())).toBeUndefined();
  expect(attentionInWords(sent([deed], { outcome: 'closed' }))).toBeUndefined();
  expect(turn(sent([owed()]))).toEqual({ upTo: 'Dipartimento', seats: [] });
});
