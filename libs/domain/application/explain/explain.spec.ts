import { atHoursOf } from '#domain/application/decide/made-up-input.js';
import { readFileSync } from 'node:fs';
import type { CallDefinition } from '#domain/call/definition.js';
import { epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import { readCase } from '../case/case.js';
import { decide, type Decisions } from '../decide/decide.js';
import { explain, type Wait } from './explain.js';
import { History } from '../case/made-up-facts.js';
import { rolesOf } from '#domain/people/seat.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;

function decideAt(history: History, on: LocalDate): Decisions {
  return decide({
    application: 'app',
    definition: send,
    streams: { call: [], application: history.facts },
    told: [],
    recipients: rolesOf,
    writtenTo: atHoursOf,
    isClosed: () => false,
    now: epochMs(instantAt(on, '12:00')),
  });
}

/** What Rivello's page says at noon of a day. */
function wait(history: History, on: LocalDate): Wait {
  const decided = decideAt(history, on);
  return explain(decided.theCase, decided, 'Rivello');
}

const decision = () => new History().opened('2024-05-08');
const preparation = () => decision().milestone('participation', '2024-05-14', { outcome: 'yes' });
const papers = () =>
  preparation()
    .filed('participationAct', '2024-05-20')
    .reviewed('participationAct', '2024-05-21')
    .filed('serviceList', '2024-05-20')
    .reviewed('serviceList', '2024-05-21');
const signed = () =>
  papers().filed('signedApplication', '2024-05-30').reviewed('signedApplication', '2024-05-31');
const sent = () => signed().milestone('submission', '2024-06-03', { time: '11:20:00' });
const admitted = () => sent().milestone('admission', '2024-07-23', { outcome: 'admitted', time: '11:02:00' });
const refused = () =>
  sent().milestone('admission', '2024-07-23', { outcome: 'notAdmitted', time: '11:02:00' });
const accepted = () => admitted().milestone('cup', '2024-07-25', { data: { cup: 'J81F22003840006' } });
const decreed = () => accepted().milestone('decree', '2024-08-22', { data: { decreeNumber: '127' } });
const contracted = () =>
  decreed()
    .filed('awardAct', '2024-09-01')
    .reviewed('awardAct', '2024-09-02')
    .milestone('contract', '2024-09-10');
const completed = () => contracted().milestone('completion', '2025-02-03');
const partial = () => completed().milestone('verification', '2025-03-03', { outcome: 'partial' });
const positive = () => completed().milestone('verification', '2025-03-03', { outcome: 'positive' });
const asked = () =>
  positive()
    .filed('cre', '2025-03-05')
    .reviewed('cre', '2025-03-05')
    .filed('annex5', '2025-03-05')
    .reviewed('annex5', '2025-03-05')
    .milestone('paymentRequest', '2025-03-06');
const paid = () => asked().milestone('payment', '2025-11-12', { data: { paidCents: 2_314_700 } });
const collected = () => paid().milestone('collection', '2025-11-20', { data: { collectionNumber: '812' } });

const cases: [string, Wait, string, string][] = [
  [
    'decision',
    wait(decision(), '2024-05-08'),
    'Sindaco/Giunta',
    'Aspetta la decisione di partecipare da Rivello da mercoledì 8 maggio. Entro mercoledì 22 maggio. Prossimo: mercoledì 8 maggio ore 12:02 promemoria al segretario.',
  ],
  [
    'preparation',
    wait(preparation(), '2024-05-14'),
    'referente, RUP',
    "Aspetta l'atto di partecipazione (delibera o determina) e l'elenco dei due servizi di notifica da attivare da Rivello da martedì 14 maggio (prova in atti). Entro venerdì 20 settembre (è anche il termine ufficiale, ore 23:59). Prossimo: martedì 27 agosto ore 8 promemoria al referente.",
  ],
  [
    'preparation: papers in review',
    wait(
      preparation().filed('participationAct', '2024-05-20').filed('serviceList', '2024-05-20'),
      '2024-05-20',
    ),
    'Unione',
    "Aspetta il controllo dall'Unione da lunedì 20 maggio. Da controllare: atto di partecipazione (delibera o determina); elenco dei due servizi di notifica da attivare. Entro venerdì 20 settembre (è anche il termine ufficiale, ore 23:59). Prossimo: martedì 27 agosto ore 7:45 promemoria all'ufficio ICT dell'Unione.",
  ],
  [
    'preparation: a paper sent back',
    wait(
      preparation()
        .filed('participationAct', '2024-05-20')
        .reviewed('participationAct', '2024-05-21', 'returned'),
      '2024-05-21',
    ),
    'referente, RUP',
    "Aspetta l'elenco dei due servizi di notifica da attivare da Rivello da martedì 14 maggio (prova in atti). Da correggere: atto di partecipazione (delibera o determina). Entro venerdì 20 settembre (è anche il termine ufficiale, ore 23:59). Prossimo: martedì 27 agosto ore 8 promemoria al referente.",
  ],
  [
    'signature',
    wait(papers(), '2024-05-21'),
    'sindaco',
    'Aspetta la domanda di partecipazione firmata (.p7m) da Rivello da lunedì 20 maggio (caricato su Capofila). Entro venerdì 20 settembre (è anche il termine ufficiale, ore 23:59). Prossimo: martedì 27 agosto ore 8 promemoria al sindaco e al referente.',
  ],
  [
    'submission',
    wait(signed(), '2024-05-31'),
    'referente',
    "Aspetta la prova dell'invio ufficiale da Rivello da giovedì 30 maggio (caricato su Capofila). Entro venerdì 20 settembre (è anche il termine ufficiale, ore 23:59). Prossimo: martedì 27 agosto ore 8 promemoria al referente.",
  ],
  [
    'admission',
    wait(sent(), '2024-06-03'),
    'Dipartimento',
    "Aspetta l'esito dell'ammissibilità (PEC) dal Dipartimento da lunedì 3 giugno, ore 11:20 (prova in atti). Di solito il decreto arriva in 92 giorni dall'invio (da 55 a 122). Prossimo: lunedì 10 giugno giro del lunedì.",
  ],
  [
    'admission: after the usual time',
    wait(sent(), '2024-10-02'),
    'Dipartimento',
    "Aspetta l'esito dell'ammissibilità (PEC) dal Dipartimento da lunedì 3 giugno, ore 11:20 (prova in atti). Di solito il decreto arriva in 92 giorni dall'invio (da 55 a 122). Prossimo: giovedì 3 ottobre ore 8 domanda al Comune.",
  ],
  [
    'notAdmitted',
    wait(refused(), '2024-07-24'),
    'Unione',
    "Aspetta l'esito dei rimedi dall'Unione da martedì 23 luglio, ore 11:02 (prova in atti). Decide il Dipartimento. Prossimo: lunedì 29 luglio giro del lunedì.",
  ],
  [
    'cup',
    wait(admitted(), '2024-07-23'),
    'referente, RUP',
    'Aspetta il CUP da Rivello da martedì 23 luglio, ore 11:02 (prova in atti). Entro venerdì 26 luglio (termine ufficiale: lunedì 29 luglio, ore 23:59). Prossimo: mercoledì 24 luglio ore 8 promemoria al segretario, al referente e al RUP.',
  ],
  [
    'cup: term passed',
    wait(admitted(), '2024-07-31'),
    'referente, RUP',
    'Aspetta il CUP da Rivello da martedì 23 luglio, ore 11:02 (prova in atti). Termine passato (inserimento del CUP, lunedì 29 luglio): rimedio possibile.',
  ],
  [
    'decree',
    wait(accepted(), '2024-07-25'),
    'Dipartimento',
    "Aspetta il decreto di finanziamento dal Dipartimento da giovedì 25 luglio (prova in atti). Di solito il decreto arriva in 92 giorni dall'invio (da 55 a 122). Prossimo: lunedì 29 luglio giro del lunedì.",
  ],
  [
    'contract',
    wait(decreed(), '2024-08-23'),
    'RUP',
    'Aspetta la determina di affidamento con CUP e CIG e il caricamento del contratto («Concludi la contrattualizzazione») da Rivello da giovedì 22 agosto (prova in atti). Entro mercoledì 20 novembre (è anche il termine ufficiale, ore 23:59). Prossimo: venerdì 23 agosto ore 12:02 promemoria al referente e al RUP.',
  ],
  [
    'works',
    wait(contracted(), '2024-09-10'),
    'RUP, fornitore',
    'Aspetta il completamento delle attività («Completa il progetto») da Rivello da martedì 10 settembre (prova in atti). Entro venerdì 9 maggio 2025 (termine ufficiale: sabato 10 maggio 2025, ore 23:59). Prossimo: martedì 10 settembre ore 12:02 promemoria al referente e al RUP.',
  ],
  [
    'verification',
    wait(completed(), '2025-02-03'),
    'Dipartimento',
    "Aspetta l'esito della verifica di conformità dal Dipartimento da lunedì 3 febbraio (prova in atti). Quanto ci vorrà non si sa. Prossimo: lunedì 10 febbraio giro del lunedì.",
  ],
  [
    'correction',
    wait(partial(), '2025-03-03'),
    'RUP, fornitore',
    "Aspetta l'invio della correzione da Rivello da lunedì 3 marzo (prova in atti). Entro mercoledì 2 aprile (è anche il termine ufficiale, ore 23:59). Prossimo: lunedì 3 marzo ore 12:02 promemoria al referente e al RUP.",
  ],
  [
    'paymentRequest',
    wait(positive(), '2025-03-03'),
    'RUP, sindaco',
    "Aspetta il certificato di regolare esecuzione (CRE), la domanda di erogazione firmata (Allegato 5, .p7m) e l'invio della domanda di erogazione da Rivello da lunedì 3 marzo (prova in atti). Entro lunedì 31 marzo. Prossimo: venerdì 28 marzo ore 8 promemoria al sindaco e al RUP.",
  ],
  [
    'payment',
    wait(asked(), '2025-03-06'),
    'Dipartimento',
    'Aspetta il pagamento dal Dipartimento da giovedì 6 marzo (prova in atti). Di solito il pagamento arriva in 409 giorni dal decreto (da 148 a 529). Prossimo: lunedì 10 marzo giro del lunedì.',
  ],
  [
    'paid',
    wait(paid(), '2025-11-12'),
    'ragioneria',
    "Aspetta la reversale d'incasso da Rivello da mercoledì 12 novembre (prova in atti). Entro giovedì 11 dicembre. Prossimo: venerdì 5 dicembre ore 8 promemoria alla ragioneria.",
  ],
  [
    'maintenance',
    wait(collected(), '2025-11-20'),
    'referente',
    'In mantenimento da giovedì 20 novembre (prova in atti), fino a martedì 31 dicembre 2030. Prossimo: mercoledì 31 dicembre ore 8 promemoria al referente.',
  ],
  [
    'concluded',
    wait(collected().milestone('maintenanceEnd', '2030-12-31'), '2031-01-01'),
    '—',
    'Conclusa da martedì 31 dicembre 2030: non aspetta più nulla.',
  ],
  [
    'notTakingPart',
    wait(decision().milestone('participation', '2024-05-14', { outcome: 'no' }), '2024-05-14'),
    '—',
    'Non partecipa da martedì 14 maggio 2024: non aspetta più nulla.',
  ],
  [
    'excluded',
    wait(refused().milestone('notAdmittedRemedy', '2024-09-02', { outcome: 'closed' }), '2024-09-02'),
    '—',
    'Non ammessa da lunedì 2 settembre 2024: non aspetta più nulla.',
  ],
  [
    'clarification',
    wait(accepted().milestone('clarificationRequested', '2024-08-01', { time: '09:30:00' }), '2024-08-01'),
    'RUP, referente',
    'Chiarimenti chiesti: aspetta la risposta alla richiesta di chiarimenti da Rivello da giovedì 1° agosto, ore 9:30 (prova in atti). Entro martedì 6 agosto (è anche il termine ufficiale, ore 23:59). Prossimo: venerdì 2 agosto ore 8 promemoria al segretario, al referente e al RUP.',
  ],
  [
    'sampleCheck',
    wait(decreed().milestone('sampleCheckRequested', '2024-09-02', { time: '09:30:00' }), '2024-09-02'),
    'RUP, referente, ragioneria',
    'Controllo a campione: aspetta 8 cose da Rivello da lunedì 2 settembre, ore 9:30 (prova in atti). Le prime: elenco dei documenti (Allegato 1); dichiarazione del RUP sui conflitti di interesse (Allegato 2); dichiarazione del DEC sui conflitti di interesse (Allegato 3). Poi: invio dei documenti (piattaforma e PEC). Entro mercoledì 25 settembre (termine ufficiale: lunedì 30 settembre, ore 23:59). Intanto, per «Contratto da caricare» mancano: determina di affidamento con CUP e CIG; caricamento del contratto («Concludi la contrattualizzazione»). Entro mercoledì 20 novembre (è anche il termine ufficiale, ore 23:59). Prossimo: lunedì 2 settembre ore 12:02 promemoria al referente e al RUP.',
  ],
  [
    'sampleCheck: with a term of ours that ends before its own',
    wait(paid().milestone('sampleCheckRequested', '2025-12-01'), '2025-12-01'),
    'RUP, referente, ragioneria',
    "Controllo a campione: aspetta 8 cose da Rivello da lunedì 1° dicembre (prova in atti). Le prime: elenco dei documenti (Allegato 1); dichiarazione del RUP sui conflitti di interesse (Allegato 2); dichiarazione del DEC sui conflitti di interesse (Allegato 3). Poi: invio dei documenti (piattaforma e PEC). Entro mercoledì 24 dicembre (termine ufficiale: venerdì 2 gennaio 2026, ore 23:59). Intanto, per «Pagata» manca: reversale d'incasso. Entro giovedì 11 dicembre. Prossimo: martedì 2 dicembre ore 7:45 promemoria all'ufficio ICT dell'Unione.",
  ],
  [
    'sampleCheck: in maintenance nothing else is missing',
    wait(collected().milestone('sampleCheckRequested', '2025-12-01'), '2025-12-01'),
    'RUP, referente, ragioneria',
    "Controllo a campione: aspetta 8 cose da Rivello da lunedì 1° dicembre (prova in atti). Le prime: elenco dei documenti (Allegato 1); dichiarazione del RUP sui conflitti di interesse (Allegato 2); dichiarazione del DEC sui conflitti di interesse (Allegato 3). Poi: invio dei documenti (piattaforma e PEC). Entro mercoledì 24 dicembre (termine ufficiale: venerdì 2 gennaio 2026, ore 23:59). Prossimo: martedì 2 dicembre ore 7:45 promemoria all'ufficio ICT dell'Unione.",
  ],
  [
    'sampleCheck: with a clarification asked meanwhile',
    wait(
      decreed()
        .milestone('sampleCheckRequested', '2024-09-02', { time: '09:30:00' })
        .milestone('clarificationRequested', '2024-09-03'),
      '2024-09-03',
    ),
    'RUP, referente',
    'Chiarimenti chiesti: aspetta la risposta alla richiesta di chiarimenti da Rivello da martedì 3 settembre (prova in atti). Entro venerdì 6 settembre (termine ufficiale: lunedì 9 settembre, ore 23:59). Intanto, per «Controllo a campione» mancano 8 cose, le prime: elenco dei documenti (Allegato 1); dichiarazione del RUP sui conflitti di interesse (Allegato 2); dichiarazione del DEC sui conflitti di interesse (Allegato 3). Poi: invio dei documenti (piattaforma e PEC). Prossimo: mercoledì 4 settembre ore 8 promemoria al segretario, al referente e al RUP.',
  ],
  [
    'withdrawal',
    wait(decreed().milestone('withdrawalRequested', '2024-09-02', { time: '09:30:00' }), '2024-09-02'),
    'Dipartimento',
    'Rinuncia chiesta: aspetta il decreto di rinuncia dal Dipartimento da lunedì 2 settembre, ore 9:30 (prova in atti). Quanto ci vorrà non si sa. Prossimo: lunedì 9 settembre giro del lunedì.',
  ],
  [
    'readmission',
    wait(admitted().milestone('readmissionRequested', '2024-08-01'), '2024-08-01'),
    'Dipartimento',
    'Rimessione chiesta: aspetta la rimessione in termini per il CUP oppure il diniego della rimessione dal Dipartimento da giovedì 1° agosto (prova in atti). Quanto ci vorrà non si sa. Termine passato (inserimento del CUP, lunedì 29 luglio): rimedio possibile. Intanto, per «CUP da inserire» manca: inserimento del CUP sulla piattaforma. Prossimo: lunedì 5 agosto giro del lunedì.',
  ],
  [
    'revocation',
    wait(decreed().milestone('revocationStarted', '2024-09-02'), '2024-09-02'),
    'Unione',
    "Revoca avviata: aspetta il decreto di revoca oppure l'archiviazione della revoca dall'Unione da lunedì 2 settembre (prova in atti). Decide il Dipartimento. Prossimo: lunedì 9 settembre giro del lunedì.",
  ],
  [
    'withdrawn',
    wait(
      decreed().milestone('withdrawalRequested', '2024-09-02').milestone('withdrawalDecreed', '2024-10-01'),
      '2024-10-02',
    ),
    '—',
    'Rinunciata da martedì 1° ottobre 2024: non aspetta più nulla.',
  ],
  [
    'revoked',
    wait(
      decreed().milestone('revocationStarted', '2024-09-02').milestone('revocationDecreed', '2024-11-04'),
      '2024-11-05',
    ),
    '—',
    'Revocata da lunedì 4 novembre 2024: non aspetta più nulla.',
  ],
  [
    'contract: closed by the office',
    wait(decreed().add('application.closed', '2024-09-02', { reason: 'doppione' }), '2024-10-02'),
    '—',
    'Chiusa: doppione.',
  ],
];

test.each(cases)('%s', (_name, { upTo, sentence }, whom, words) => {
  expect({ upTo, sentence }).toEqual({ upTo: whom, sentence: words });
});

test.each([
  ['decision', 'Il Comune deve dire se partecipa.'],
  ['preparation', 'Mancano 2 cose prima della firma.'],
  ['admission', 'Inviata il 3 giugno 2024, prova in atti. Il Dipartimento decide.'],
  ['cup', 'Ammessa con PEC del 23 luglio 2024: il CUP va inserito entro 5 giorni.'],
  ['decree', "CUP inserito. Di solito il decreto arriva in 92 giorni dall'invio (da 55 a 122)."],
  ['contract', 'Decreto n. 127: contratto sulla piattaforma entro mercoledì 20 novembre 2024.'],
  ['sampleCheck', 'Decreto n. 127: contratto sulla piattaforma entro mercoledì 20 novembre 2024.'],
  ['withdrawal', 'Decreto n. 127: contratto sulla piattaforma.'],
  ['works', 'Il fornitore lavora. Completamento entro sabato 10 maggio 2025.'],
  ['correction', 'Esito parziale: correggere entro mercoledì 2 aprile 2025.'],
  [
    'payment',
    'Domanda inviata il 6 marzo 2025. Di solito il pagamento arriva in 409 giorni dal decreto (da 148 a 529).',
  ],
  ['paid', 'Incassati € 23.147 il 12 novembre 2025. Registra la reversale.'],
  ['maintenance', 'Servizi attivi fino al 31/12/2030. Verifica annuale: dicembre.'],
  ['withdrawn', 'Può ripresentarsi dopo il decreto di rinuncia, arrivato il 1° ottobre 2024.'],
  ['contract: closed by the office', 'Chiusa.'],
])('the page sentence of %s is filled from the case', (name, words) => {
  expect(cases.find(([each]) => each === name)?.[1].state).toBe(words);
});

test('every stage and every interrupt of the call is read above', () => {
  const read = new Set(cases.map(([name]) => name.split(':')[0]));
  const all = [...send.stages, ...send.interrupts].map((each) => each.id);
  expect(all.filter((id) => !read.has(id))).toEqual([]);
});

test('weeks after a revocation was started the office still looks at the platform, with its own date', () => {
  const { messages, ...decided } = decideAt(
    decreed().milestone('revocationStarted', '2024-09-02'),
    '2024-10-30',
  );
  expect(messages.find((each) => each.kind === 'officeRound')?.body).toMatchObject({ since: '2024-09-02' });
  expect(explain(decided.theCase, decided).next?.what).toEqual({
    kind: 'round',
    on: '2024-11-04',
    time: '07:45',
  });
});

test('a round of a Monday that is a holiday is made on the working day before, and so called', () => {
  // Easter Monday is 21 April 2025.
  expect(wait(completed(), '2025-04-15').sentence).toMatch(
    / Prossimo: venerdì 18 aprile giro settimanale\.$/,
  );
  const { messages, next } = decideAt(completed(), '2025-04-18');
  expect(messages.filter((each) => each.kind === 'officeRound').map((each) => each.deliverAt)).toEqual([
    '2025-04-18T10:00:00Z',
    '2025-04-18T10:00:00Z',
  ]);
  expect(next?.what).toEqual({ kind: 'round', on: '2025-04-28', time: '07:45' });
});

test('the monthly question of a day on which nobody works is asked on the working day before', () => {
  // The fourth falls on Sunday 3 May 2026; Friday is 1 May.
  const fourth = (on: LocalDate) =>
    decideAt(asked(), on).messages.filter((each) => each.key.includes('/question/payment#1/3/'));
  expect(fourth('2026-04-29')).toEqual([]);
  expect(fourth('2026-04-30').map((each) => each.person)).toEqual(['referent', 'protocolClerk']);
});

test('no answer in time is said as silence, not as a term that has passed', () => {
  const silent = decideAt(decision(), '2024-05-23');
  expect(explain(silent.theCase, silent, 'Rivello').sentence).toContain(
    " Nessuna risposta all'invito entro mercoledì 22 maggio: è registrata come silenzio, non come un no. ",
  );
  expect(explain(silent.theCase, silent).sentence).not.toContain('Termine passato');
});

test('whoever pays has its own name', () => {
  const theirs = { ...send, funder: 'Regione Basilicata' };
  const theCase = readCase(theirs, { call: [], application: sent().facts });
  expect(explain(theCase, undefined, 'Rivello')).toMatchObject({
    upTo: 'Regione Basilicata',
    sentence: expect.stringMatching(
      /^Aspetta l'esito dell'ammissibilità \(PEC\) dalla Regione Basilicata da /,
    ),
  });
});

test('without a name the applicant is "il Comune", so that places without names can show it', () => {
  const decided = decideAt(decision(), '2024-05-08');
  expect(explain(decided.theCase, decided).sentence).toMatch(
    /^Aspetta la decisione di partecipare dal Comune da mercoledì 8 maggio\./,
  );
});
