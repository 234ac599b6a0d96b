import { readFileSync } from 'node:fs';
import type { CallDefinition } from '#domain/call/definition.js';
import { certaintyInWords } from '#domain/fact/certainty.js';
import type { FactBodies, FactType } from '#domain/fact/fact-kinds.js';
import type { NewFact } from '#domain/fact/fact.js';
import { factSentence } from './history-words.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;
const names = {
  person: (id: string) => (id === 'giulia' ? 'Giulia Riviello' : 'Una persona'),
  body: () => 'Rivello',
};
const fact = <T extends FactType>(type: T, body: FactBodies[T], more: Partial<NewFact> = {}): NewFact =>
  ({ type, legalDate: '2024-07-23', legalSource: 'received', channel: 'web', body, ...more }) as NewFact;

/** Every type has its sentence: a new one without an example does not compile. */
const SENTENCES: { [T in FactType]: [FactBodies[T], string][] } = {
  'call.launched': [
    [{ definition: 'x', version: 1, confirmed: [] }, 'Avviso avviato.'],
    [
      { definition: 'x', version: 1, confirmed: ['callEnd', 'amounts'] },
      "Avviso avviato; confermato dall’ufficio: chiusura dell'avviso, importi.",
    ],
  ],
  'call.withdrawn': [
    [{}, 'Avviso ritirato prima delle prime e-mail: le candidature finiscono qui.'],
    [
      { told: true },
      'Avviso ritirato: le candidature finiscono qui; chi aveva ricevuto e-mail lo sa con una sola e-mail.',
    ],
  ],
  'call.fundsExhausted': [
    [
      { act: 'Decreto n. 60/2024', actDate: '2024-06-10', knownOn: '2024-06-11' },
      'Fondi dell’avviso esauriti dal 10 giugno 2024 (Decreto n. 60/2024): per le candidature non inviate decide l’ufficio con i Comuni.',
    ],
  ],
  'application.opened': [
    [
      { call: 'c', applicant: 'r', participants: [], attempt: 1, amountCents: 2_314_700 },
      'Candidatura aperta per Rivello: importo stimato 23.147 euro.',
    ],
    [
      { call: 'c', applicant: 'r', participants: [], attempt: 2, amountCents: 2_314_700 },
      'Candidatura aperta per Rivello, 2ª volta: importo stimato 23.147 euro.',
    ],
  ],
  'document.filed': [
    [
      { requirement: 'cre', document: 'd', sha256: 'a', bytes: 1, mediaType: 'application/pdf' },
      'Caricato: certificato di regolare esecuzione (CRE).',
    ],
  ],
  'document.reviewed': [
    [
      { requirement: 'cre', document: 'd', verdict: 'accepted' },
      'Controllato, va bene: certificato di regolare esecuzione (CRE).',
    ],
    [
      { requirement: 'cre', document: 'd', verdict: 'returned' },
      'Controllato, da correggere: certificato di regolare esecuzione (CRE).',
    ],
  ],
  'milestone.recorded': [
    [{ milestone: 'participation', outcome: 'yes', data: {} }, 'Risposta del Comune: «Partecipiamo».'],
    [
      { milestone: 'admission', outcome: 'admitted', data: {} },
      "Registrato: esito dell'ammissibilità (PEC) («Ammessa»).",
    ],
    [
      { milestone: 'decree', data: { decreeNumber: '127', decreedCents: 2_314_700 } },
      'Registrato: decreto di finanziamento. Numero del decreto: 127; importo decretato: 23.147 euro.',
    ],
  ],
  'approval.answered': [
    [
      { approval: 'goAhead/secretary', person: 'giulia', verdict: 'given' },
      'Via libera (segretario): goAhead.',
    ],
    [
      { approval: 'goAhead/secretary', person: 'giulia', verdict: 'returned' },
      'Rimandato indietro (segretario): goAhead.',
    ],
  ],
  'outside.checked': [[{ stage: 'admission' }, 'Controllata la piattaforma: nessuna novità.']],
  'promise.made': [
    [
      { person: 'giulia', until: '2024-07-29' },
      'Giulia Riviello ha promesso di farlo entro lunedì 29 luglio 2024.',
    ],
  ],
  'reminder.answered': [
    [
      { person: 'x', answer: 'cannot', term: 'cupEntry' },
      'Una persona ha risposto «Non ci riesco, chiamatemi», per: inserimento del CUP.',
    ],
    [{ person: 'giulia', answer: 'done' }, 'Giulia Riviello ha risposto «L’ho già fatto».'],
  ],
  'talk.logged': [
    [{ kind: 'note', officeOnly: true }, 'Nota dell’ufficio.'],
    [
      { kind: 'note', officeOnly: false, about: { requirement: 'cre' } },
      'Nota, per: certificato di regolare esecuzione (CRE).',
    ],
    [
      { kind: 'phone', officeOnly: false, outcome: 'reached', person: 'giulia', about: { term: 'cupEntry' } },
      'Telefonata: risponde Giulia Riviello, per: inserimento del CUP.',
    ],
    [{ kind: 'phone', officeOnly: false, outcome: 'reached' }, 'Telefonata riuscita.'],
    [
      { kind: 'phone', officeOnly: false, outcome: 'noAnswer', person: 'giulia' },
      'Telefonata senza risposta: Giulia Riviello.',
    ],
  ],
  'finding.raised': [
    [
      { finding: 'DENARO-01:f', code: 'DENARO-01', by: 'f', cents: 999_999_999, against: 2_314_700 },
      'Da chiarire: L’atto concede 9.999.999,99 euro, la stima era 23.147 euro: controlla l’atto e correggi l’importo, oppure scrivi il motivo.',
    ],
  ],
  'finding.resolved': [[{ finding: 'CUP-11:ULL-2024-0002' }, 'Segnalazione CUP-11 chiarita.']],
  'scenario.chosen': [
    [
      { scenario: 1 },
      'Chi fa cosa: il Comune firma il contratto, la CUC dell’Unione fa la gara (scenario 1).',
    ],
  ],
  'fact.voided': [[{}, 'Annullato un fatto registrato per errore.']],
  'application.closed': [[{}, 'Candidatura chiusa dall’ufficio.']],
  'term.amended': [
    [
      {
        term: 'callEnd',
        kind: 'extension',
        act: 'Decreto n. 137/2024',
        actDate: '2024-09-10',
        knownOn: '2024-09-10',
        newEnd: '2024-12-06',
        newCutOff: '18:00',
      },
      "Decreto n. 137/2024 proroga «chiusura dell'avviso» a venerdì 6 dicembre 2024, ore 18:00.",
    ],
    [
      {
        term: 'callEnd',
        kind: 'reopening',
        act: 'Decreto n. 3',
        actDate: '2024-12-10',
        knownOn: '2024-12-10',
        from: '2024-12-12',
        newEnd: '2024-12-20',
      },
      "Decreto n. 3 riapre «chiusura dell'avviso» da giovedì 12 dicembre 2024 fino a venerdì 20 dicembre 2024.",
    ],
    [
      {
        term: 'cupEntry',
        kind: 'suspension',
        act: 'Nota',
        actDate: '2024-07-24',
        knownOn: '2024-07-24',
        from: '2024-07-24',
      },
      'Nota sospende «inserimento del CUP» da mercoledì 24 luglio 2024.',
    ],
  ],
  'term.lapsed': [
    [
      { term: 'cupEntry', round: 1, end: '2024-07-29' },
      'Termine passato: inserimento del CUP, lunedì 29 luglio 2024.',
    ],
  ],
  'term.reinstated': [
    [
      { term: 'cupEntry', round: 1, end: '2024-07-30', because: 'actInTime' },
      'Termine non più passato: inserimento del CUP, l’atto era arrivato in tempo.',
    ],
    [
      { term: 'cupEntry', round: 1, end: '2024-07-30', because: 'termMoved' },
      'Termine non più passato: inserimento del CUP, il termine ora finisce martedì 30 luglio 2024.',
    ],
  ],
  'silence.recorded': [
    [
      { term: 'answer', round: 1, end: '2024-05-22' },
      'Nessuna risposta entro mercoledì 22 maggio 2024: è registrata come silenzio, non come un no.',
    ],
  ],
};

const cases = Object.entries(SENTENCES).flatMap(([type, examples]) =>
  examples.map(([body, expected]) => [type as FactType, body, expected] as const),
);

test.each(cases)('%s %j', (type, body, expected) => {
  expect(factSentence(send, fact(type, body), names)).toBe(expected);
});

test('the history says how surely we know it', () => {
  const admission = { milestone: 'admission', outcome: 'admitted', data: {} };
  const words = (more: Partial<NewFact>, proof?: string) =>
    certaintyInWords(fact('milestone.recorded', { ...admission, ...(proof && { proof }) }, more));
  expect(words({ channel: 'pec' })).toBe('provato da PEC');
  expect(words({}, 'd1')).toBe('provato da un documento');
  expect(words({})).toBe('visto da Capofila');
  expect(words({ legalSource: 'declared' })).toBe('dichiarato');
  expect(words({ channel: 'phone' })).toBe('dichiarato');
  expect(
    certaintyInWords(fact('term.lapsed', { term: 'x', round: 1, end: '2024-01-01' }, { channel: 'engine' })),
  ).toBe('deciso da Capofila');
});
