import { readFileSync } from 'node:fs';
import type { CallDefinition } from '#domain/call/definition.js';
import { epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import { readCase } from './case.js';
import { decide, type Decisions } from './decide.js';
import { explain, type Wait } from './explain.js';
import { History } from './made-up-facts.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;

function decideAt(history: History, on: LocalDate): Decisions {
  return decide({
    application: 'app',
    definition: send,
    streams: { call: [], application: history.facts },
    told: [],
    recipients: (roles) => [...roles],
    isClosed: () => false,
    now: epochMs(instantAt(on, '12:00')),
  });
}

/** What Rivello's page says at noon of a day. */
function wait(history: History, on: LocalDate): Wait {
  const { theCase, next } = decideAt(history, on);
  return explain(theCase, next, 'Rivello');
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
    'Aspetta Rivello da mercoledì 8 maggio. Manca: la decisione di partecipare. Entro mercoledì 22 maggio. Prossimo: promemoria al sindaco e al segretario, martedì 14 maggio.',
  ],
  [
    'preparation',
    wait(preparation(), '2024-05-14'),
    'referente, RUP',
    'Aspetta Rivello da martedì 14 maggio. Mancano: atto di partecipazione (delibera o determina); elenco dei due servizi di notifica da attivare. Entro venerdì 20 settembre (è anche il termine ufficiale, ore 23:59). Prossimo: promemoria al referente, martedì 27 agosto.',
  ],
  [
    'preparation: papers in review',
    wait(
      preparation().filed('participationAct', '2024-05-20').filed('serviceList', '2024-05-20'),
      '2024-05-20',
    ),
    'Unione',
    "Aspetta l'Unione da lunedì 20 maggio. Da controllare: atto di partecipazione (delibera o determina); elenco dei due servizi di notifica da attivare. Entro venerdì 20 settembre (è anche il termine ufficiale, ore 23:59). Prossimo: promemoria al referente, martedì 27 agosto.",
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
    'Aspetta Rivello da martedì 14 maggio. Manca: elenco dei due servizi di notifica da attivare. Da correggere: atto di partecipazione (delibera o determina). Entro venerdì 20 settembre (è anche il termine ufficiale, ore 23:59). Prossimo: promemoria al referente, martedì 27 agosto.',
  ],
  [
    'signature',
    wait(papers(), '2024-05-21'),
    'sindaco',
    'Aspetta Rivello da lunedì 20 maggio. Manca: domanda di partecipazione firmata (.p7m). Entro venerdì 20 settembre (è anche il termine ufficiale, ore 23:59). Prossimo: promemoria al referente e al sindaco, martedì 27 agosto.',
  ],
  [
    'submission',
    wait(signed(), '2024-05-31'),
    'referente',
    "Aspetta Rivello da giovedì 30 maggio. Manca: prova dell'invio ufficiale. Entro venerdì 20 settembre (è anche il termine ufficiale, ore 23:59). Prossimo: promemoria al referente, martedì 27 agosto.",
  ],
  [
    'admission',
    wait(sent(), '2024-06-03'),
    'Dipartimento',
    "Aspetta il Dipartimento da lunedì 3 giugno, ore 11:20. Manca: esito dell'ammissibilità (PEC). Di solito il decreto arriva in 92 giorni dall'invio (da 55 a 122). Prossimo: giro del lunedì, 10 giugno.",
  ],
  [
    'admission: after the usual time',
    wait(sent(), '2024-10-02'),
    'Dipartimento',
    "Aspetta il Dipartimento da lunedì 3 giugno, ore 11:20. Manca: esito dell'ammissibilità (PEC). Di solito il decreto arriva in 92 giorni dall'invio (da 55 a 122). Prossimo: domanda al Comune giovedì 3 ottobre.",
  ],
  [
    'notAdmitted',
    wait(refused(), '2024-07-24'),
    'Unione',
    "Aspetta l'Unione da martedì 23 luglio, ore 11:02. Manca: esito dei rimedi. Decide il Dipartimento. Prossimo: giro del lunedì, 29 luglio.",
  ],
  [
    'cup',
    wait(admitted(), '2024-07-23'),
    'referente, RUP',
    'Aspetta Rivello da martedì 23 luglio, ore 11:02. Manca: inserimento del CUP sulla piattaforma. Entro venerdì 26 luglio (termine ufficiale: lunedì 29 luglio, ore 23:59). Prossimo: promemoria al segretario, al referente e al RUP, mercoledì 24 luglio.',
  ],
  [
    'cup: term passed',
    wait(admitted(), '2024-07-31'),
    'referente, RUP',
    'Aspetta Rivello da martedì 23 luglio, ore 11:02. Manca: inserimento del CUP sulla piattaforma. Termine passato (inserimento del CUP, lunedì 29 luglio): rimedio possibile.',
  ],
  [
    'decree',
    wait(accepted(), '2024-07-25'),
    'Dipartimento',
    "Aspetta il Dipartimento da giovedì 25 luglio. Manca: decreto di finanziamento. Di solito il decreto arriva in 92 giorni dall'invio (da 55 a 122). Prossimo: giro del lunedì, 29 luglio.",
  ],
  [
    'contract',
    wait(decreed(), '2024-08-23'),
    'RUP',
    'Aspetta Rivello da giovedì 22 agosto. Mancano: determina di affidamento con CUP e CIG; caricamento del contratto («Concludi la contrattualizzazione»). Entro mercoledì 20 novembre (è anche il termine ufficiale, ore 23:59). Prossimo: promemoria al RUP e al referente, venerdì 20 settembre.',
  ],
  [
    'works',
    wait(contracted(), '2024-09-10'),
    'RUP, fornitore',
    'Aspetta Rivello da martedì 10 settembre 2024. Manca: completamento delle attività («Completa il progetto»). Entro venerdì 9 maggio 2025 (termine ufficiale: sabato 10 maggio 2025, ore 23:59). Prossimo: promemoria al RUP e al referente, mercoledì 8 gennaio 2025.',
  ],
  [
    'verification',
    wait(completed(), '2025-02-03'),
    'Dipartimento',
    'Aspetta il Dipartimento da lunedì 3 febbraio. Manca: esito della verifica di conformità. Quanto ci vorrà non si sa. Prossimo: giro del lunedì, 10 febbraio.',
  ],
  [
    'correction',
    wait(partial(), '2025-03-03'),
    'RUP, fornitore',
    'Aspetta Rivello da lunedì 3 marzo. Manca: invio della correzione. Entro mercoledì 2 aprile (è anche il termine ufficiale, ore 23:59). Prossimo: promemoria al RUP, al referente e al segretario, martedì 18 marzo.',
  ],
  [
    'paymentRequest',
    wait(positive(), '2025-03-03'),
    'RUP, sindaco',
    'Aspetta Rivello da lunedì 3 marzo. Mancano: certificato di regolare esecuzione (CRE); domanda di erogazione firmata (Allegato 5, .p7m); invio della domanda di erogazione. Entro lunedì 31 marzo. Prossimo: promemoria al RUP e al sindaco, venerdì 28 marzo.',
  ],
  [
    'payment',
    wait(asked(), '2025-03-06'),
    'Dipartimento',
    'Aspetta il Dipartimento da giovedì 6 marzo. Manca: pagamento. Di solito il pagamento arriva in 409 giorni dal decreto (da 148 a 529). Prossimo: giro del lunedì, 10 marzo.',
  ],
  [
    'paid',
    wait(paid(), '2025-11-12'),
    'ragioneria',
    "Aspetta Rivello da mercoledì 12 novembre. Manca: reversale d'incasso. Entro giovedì 11 dicembre. Prossimo: promemoria alla ragioneria, venerdì 5 dicembre.",
  ],
  [
    'maintenance',
    wait(collected(), '2025-11-20'),
    'referente',
    'In mantenimento da giovedì 20 novembre, fino a martedì 31 dicembre 2030. Prossimo: promemoria al referente, mercoledì 31 dicembre.',
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
    'Chiarimenti chiesti: aspetta Rivello da giovedì 1° agosto, ore 9:30. Manca: risposta alla richiesta di chiarimenti. Entro martedì 6 agosto (è anche il termine ufficiale, ore 23:59). Prossimo: promemoria al segretario, al referente e al RUP, venerdì 2 agosto.',
  ],
  [
    'sampleCheck',
    wait(decreed().milestone('sampleCheckRequested', '2024-09-02', { time: '09:30:00' }), '2024-09-02'),
    'RUP, referente, ragioneria',
    "Controllo a campione: aspetta Rivello da lunedì 2 settembre, ore 9:30. Mancano 8 cose, le prime: elenco dei documenti (Allegato 1); dichiarazione del RUP sui conflitti di interesse (Allegato 2); dichiarazione del DEC sui conflitti di interesse (Allegato 3). Poi: invio dei documenti (piattaforma e PEC). Entro lunedì 30 settembre (è anche il termine ufficiale, ore 23:59). Intanto, per «Contratto da caricare» mancano: determina di affidamento con CUP e CIG; caricamento del contratto («Concludi la contrattualizzazione»). Entro mercoledì 20 novembre (è anche il termine ufficiale, ore 23:59). Prossimo: promemoria all'ufficio ICT dell'Unione, martedì 3 settembre.",
  ],
  [
    'sampleCheck: with a term of ours that ends before its own',
    wait(paid().milestone('sampleCheckRequested', '2025-12-01'), '2025-12-01'),
    'RUP, referente, ragioneria',
    "Controllo a campione: aspetta Rivello da lunedì 1° dicembre. Mancano 8 cose, le prime: elenco dei documenti (Allegato 1); dichiarazione del RUP sui conflitti di interesse (Allegato 2); dichiarazione del DEC sui conflitti di interesse (Allegato 3). Poi: invio dei documenti (piattaforma e PEC). Entro venerdì 2 gennaio 2026 (è anche il termine ufficiale, ore 23:59). Intanto, per «Pagata» manca: reversale d'incasso. Entro giovedì 11 dicembre. Prossimo: promemoria all'ufficio ICT dell'Unione, martedì 2 dicembre.",
  ],
  [
    'sampleCheck: in maintenance nothing else is missing',
    wait(collected().milestone('sampleCheckRequested', '2025-12-01'), '2025-12-01'),
    'RUP, referente, ragioneria',
    "Controllo a campione: aspetta Rivello da lunedì 1° dicembre. Mancano 8 cose, le prime: elenco dei documenti (Allegato 1); dichiarazione del RUP sui conflitti di interesse (Allegato 2); dichiarazione del DEC sui conflitti di interesse (Allegato 3). Poi: invio dei documenti (piattaforma e PEC). Entro venerdì 2 gennaio 2026 (è anche il termine ufficiale, ore 23:59). Prossimo: promemoria all'ufficio ICT dell'Unione, martedì 2 dicembre.",
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
    'Chiarimenti chiesti: aspetta Rivello da martedì 3 settembre. Manca: risposta alla richiesta di chiarimenti. Entro venerdì 6 settembre (termine ufficiale: lunedì 9 settembre, ore 23:59). Intanto, per «Controllo a campione» mancano 8 cose, le prime: elenco dei documenti (Allegato 1); dichiarazione del RUP sui conflitti di interesse (Allegato 2); dichiarazione del DEC sui conflitti di interesse (Allegato 3). Poi: invio dei documenti (piattaforma e PEC). Prossimo: promemoria al segretario, al referente e al RUP, mercoledì 4 settembre.',
  ],
  [
    'withdrawal',
    wait(decreed().milestone('withdrawalRequested', '2024-09-02', { time: '09:30:00' }), '2024-09-02'),
    'Dipartimento',
    'Rinuncia chiesta: aspetta il Dipartimento da lunedì 2 settembre, ore 9:30. Manca: decreto di rinuncia. Quanto ci vorrà non si sa. Prossimo: giro del lunedì, 9 settembre.',
  ],
  [
    'readmission',
    wait(admitted().milestone('readmissionRequested', '2024-08-01'), '2024-08-01'),
    'Dipartimento',
    'Rimessione chiesta: aspetta il Dipartimento da giovedì 1° agosto. Manca: rimessione in termini per il CUP oppure diniego della rimessione. Quanto ci vorrà non si sa. Termine passato (inserimento del CUP, lunedì 29 luglio): rimedio possibile. Intanto, per «CUP da inserire» manca: inserimento del CUP sulla piattaforma. Prossimo: giro del lunedì, 5 agosto.',
  ],
  [
    'revocation',
    wait(decreed().milestone('revocationStarted', '2024-09-02'), '2024-09-02'),
    'Unione',
    "Revoca avviata: aspetta l'Unione da lunedì 2 settembre. Manca: decreto di revoca oppure archiviazione della revoca. Decide il Dipartimento. Prossimo: giro del lunedì, 9 settembre.",
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
  const { theCase, next, messages } = decideAt(
    decreed().milestone('revocationStarted', '2024-09-02'),
    '2024-10-30',
  );
  expect(messages.find((each) => each.kind === 'officeRound')?.params).toMatchObject({ since: '2024-09-02' });
  expect(explain(theCase, next).next?.what).toEqual({ kind: 'round', on: '2024-11-04' });
});

test('a round of a Monday that is a holiday is made on the working day before, and so called', () => {
  // Easter Monday is 21 April 2025.
  expect(wait(completed(), '2025-04-15').sentence).toMatch(
    / Prossimo: giro settimanale, venerdì 18 aprile\.$/,
  );
  const { messages, next } = decideAt(completed(), '2025-04-18');
  expect(messages.filter((each) => each.kind === 'officeRound').map((each) => each.deliverAt)).toEqual([
    '2025-04-18T10:00:00Z',
    '2025-04-18T10:00:00Z',
  ]);
  expect(next?.what).toEqual({ kind: 'round', on: '2025-04-28' });
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
  expect(explain(silent.theCase, silent.next, 'Rivello').sentence).toContain(
    " Nessuna risposta all'invito entro mercoledì 22 maggio: è registrata come silenzio, non come un no. ",
  );
  expect(explain(silent.theCase, silent.next).sentence).not.toContain('Termine passato');
});

test('whoever pays has its own name', () => {
  const theirs = { ...send, funder: 'Regione Basilicata' };
  const theCase = readCase(theirs, { call: [], application: sent().facts });
  expect(explain(theCase, undefined, 'Rivello')).toMatchObject({
    upTo: 'Regione Basilicata',
    sentence: expect.stringMatching(/^Aspetta la Regione Basilicata da /),
  });
});

test('without a name the applicant is "il Comune", so that places without names can show it', () => {
  const { theCase, next } = decideAt(decision(), '2024-05-08');
  expect(explain(theCase, next).sentence).toMatch(/^Aspetta il Comune da mercoledì 8 maggio\./);
});
