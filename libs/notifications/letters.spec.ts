import { atHoursOf } from '#domain/application/decide/made-up-input.js';
import { readFileSync } from 'node:fs';
import { readCase } from '#domain/application/case/case.js';
import { decide } from '#domain/application/decide/decide.js';
import type { ToldMessage } from '#domain/application/decide/decision.js';
import { admitted, participating, History } from '#domain/application/case/made-up-facts.js';
import { madeUpGlance, madeUpTerm } from '#domain/desk/made-up-glances.js';
import { moneyAtRisk, RISK_DAYS } from '#domain/desk/money-at-risk.js';
import { sectionsOf } from '#domain/desk/today.js';
import { formatEuro } from '#domain/money/money.js';
import { epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import type { CallDefinition } from '#domain/call/definition.js';
import type { ApprovalRequirement } from '#domain/call/requirement.js';
import type { Fact } from '#domain/fact/fact.js';
import type { MessageBodies } from '#domain/reminder/message-kinds.js';
import type { Role } from '#domain/people/role.js';
import type { DeskRows, LetterItem, WrittenLetter } from '#use-cases/ports/letter-writer.js';
import { Letters } from './letters.js';
import { rolesOf } from '#domain/people/seat.js';

// From facts to words: what is decided of a case, as the person reads it. People are invented.
const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;
const names: Partial<Record<Role, string>> = {
  referent: 'Giulia Riviello',
  rup: 'Paolo Ferri',
  secretary: 'Anna Sole',
  legalRepresentative: 'Antonio Conte',
  headOfOffice: 'Marta Lauria',
  deskOfficer: 'Luca Noce',
};
const people: LetterItem['people'] = Object.entries(names).map(([role, name]) => ({
  id: role,
  name,
  roles: [role as Role],
  phone: '0973 111',
}));

interface Told {
  definition?: CallDefinition;
  call?: readonly Fact[];
  told?: ToldMessage[];
}

function decided(
  facts: readonly Fact[],
  now: number,
  { definition = send, call = [], told = [] }: Told = {},
) {
  return decide({
    application: 'app',
    definition,
    streams: { call, application: facts },
    told,
    recipients: rolesOf,
    writtenTo: atHoursOf,
    isClosed: () => false,
    now,
  });
}

/** What a person reads of everything that is decided at one moment. */
function letter(
  person: Role,
  facts: readonly Fact[],
  on: LocalDate,
  time: string,
  more: Told & { reason?: string; holding?: Role[] } = {},
): WrittenLetter {
  const { definition = send, call = [], reason, holding = [person] } = more;
  const { messages } = decided(facts, epochMs(instantAt(on, time)), more);
  const items = messages
    .filter((message) => message.person === person && message.superseded !== true)
    .map((message, n) => ({
      message: { ...message, id: String(n) },
      definition,
      theCase: readCase(definition, { call, application: facts }),
      facts,
      number: 'ULL-2024-0001',
      comune: 'Rivello',
      chainHead: 'a1',
      people: people.map((each) => (each.id === person ? { ...each, roles: holding } : each)),
      ...(reason !== undefined && message.kind === 'documentReturned' ? { reason } : {}),
    }));
  return new Letters().write({
    to: { id: person, name: names[person] ?? person, roles: holding },
    office: {
      unionName: 'Unione dei Comuni Lucani del Lagonegrese',
      officeName: "Ufficio ICT dell'Unione",
      phone: '0973 000 000',
      email: 'ict@unione.example',
      signature: 'Marta',
    },
    items,
    pages: 'https://capofila.unione.example',
    answers: 'https://capofila.unione.example/risposte/t',
    now: on,
  });
}

function sent(facts: readonly Fact[], on: LocalDate, time: string, more: Told = {}): ToldMessage[] {
  return decided(facts, epochMs(instantAt(on, time)), more).messages.map((message) => ({
    key: message.key,
    kind: message.kind,
    person: message.person,
    state: 'sent',
    deliverAt: message.deliverAt,
    ...(message.term === undefined ? {} : { term: message.term }),
  }));
}

test('the invitation says what it brings, what it asks, what it costs afterwards and who does what', () => {
  const { facts } = new History().opened('2024-05-08');
  const { subject, text } = letter('legalRepresentative', facts, '2024-05-08', '09:30');
  expect(subject).toBe('Rivello: partecipiamo a SEND? Circa 23.147 euro');
  expect(text).toContain('Rivello può chiedere 23.147 euro (popolazione al 1° gennaio 2022).');
  expect(text).toContain('Servono tre cose:');
  expect(text).toContain(
    "Costo dopo: le spese di ogni notifica si chiedono al destinatario; la manutenzione dipende dal fornitore. L'Unione fa le istruzioni, i controlli sui documenti e i promemoria; al Comune servono circa 3 ore.",
  );
  expect(text).toContain('Risponda entro mercoledì 22 maggio.');
});

test('after a re-admission the CUP is asked for by the day that the decree says', () => {
  const { facts } = admitted()
    .milestone('readmissionRequested', '2024-08-01')
    .milestone('readmittedToCup', '2024-09-02', { data: { newEnd: '2024-09-13' } });
  const { subject, text } = letter('referent', facts, '2024-09-02', '10:00');
  expect(subject).toBe('Rivello · SEND: inserire il CUP entro venerdì 13 settembre');
  expect(text).toContain('è stata rimessa nei termini (PEC arrivata lunedì 2 settembre)');
  expect(text).toContain('Il termine ufficiale scade lo stesso giorno alle 23:59.');
});

test('the template of Sistema CUP is the one that the definition names', () => {
  const definition: CallDefinition = {
    ...send,
    cupTemplate: { number: '2407001', source: send.amounts.source },
  };
  const { text } = letter('referent', admitted().facts, '2024-07-23', '11:30', { definition });
  expect(text).toContain('Chiedi il CUP sul Sistema CUP con il template 2407001');
});

test('the papers of the comune are wanted ten working days before the call ends, and the reason is told', () => {
  const { subject, text } = letter('referent', participating().facts, '2024-08-27', '07:30');
  expect(subject).toBe('Rivello · SEND: 2 cose da mandare entro venerdì 6 settembre');
  expect(text).toContain(
    'Lavora entro venerdì 6 settembre. Il termine ufficiale cade venerdì 20 settembre alle 23:59. Così restano dieci giorni lavorativi per firma e invio ufficiale.',
  );
});

test('a paper that was sent back says what is wrong and by when it is wanted', () => {
  const history = participating().filed('participationAct', '2024-05-20');
  history.add('document.reviewed', '2024-05-21', {
    requirement: 'participationAct',
    document: 'participationAct-3',
    verdict: 'returned',
  });
  const reason = 'manca la firma del segretario';
  const { text } = letter('referent', history.facts, '2024-05-21', '10:00', { reason });
  expect(text).toContain('Manca la firma del segretario.');
  expect(text).toContain('Entro venerdì 6 settembre.');
});

test('a corrected date says what we had wrong: the day of the PEC', () => {
  const { facts } = admitted();
  const told = sent(facts, '2024-07-23', '12:00');
  const right = new History().milestone('admission', '2024-07-25', {
    outcome: 'admitted',
    time: '08:15:00',
    corrects: facts.at(-1)!.id,
  }).facts[0]!;
  const corrected = [...facts, { ...right, id: 'right', seq: 99, channel: 'pec' } as Fact];
  const { subject, text } = letter('referent', corrected, '2024-07-25', '10:00', { told });
  expect(subject).toBe('Correzione: la data giusta per Rivello · SEND è il 30 luglio');
  expect(text).toContain(
    'una data sbagliata per Rivello, SEND (26 luglio). Quella giusta è martedì 30 luglio.',
  );
  expect(text).toContain("L'errore è nostro: la PEC era del 25 luglio. Scusaci.");
});

test('the CUP of the referent: what, by when, how long, from which PEC, and who is told next', () => {
  const { subject, text } = letter('referent', admitted().facts, '2024-07-23', '11:30');
  expect(subject).toBe('Rivello · SEND: inserire il CUP entro venerdì 26 luglio');
  expect(text).toMatch(/^Buongiorno Giulia,/);
  expect(text).toContain('(PEC arrivata martedì 23 luglio alle 11:02)');
  expect(text).toContain('Il termine ufficiale è di 5 giorni e cade lunedì 29 luglio');
  expect(text).toContain("template indicato nell'avviso");
  expect(text).toContain('Se non riesci, domani avviso il segretario: vuoi che lo faccia io?');
});

test('nobody is told that they will be told themselves: to a secretary who stands in, the secretary is not announced', () => {
  const told = (holding: Role[]) => letter('referent', admitted().facts, '2024-07-23', '11:30', { holding });
  expect(told(['referent', 'secretary']).text).not.toContain('avviso il segretario');
  expect(told(['referent', 'secretary']).text).not.toContain('vuole che lo faccia io?');
  expect(told(['referent', 'rup']).text).toContain('avviso il segretario');
});

test('the secretary is greeted by name, in words right for everybody, and told with whom it was spoken of', () => {
  const { facts } = admitted();
  const told = sent(facts, '2024-07-23', '11:30');
  const { subject, text } = letter('secretary', facts, '2024-07-24', '07:30', { told });
  expect(subject).toBe('Rivello · SEND: serve una Sua decisione entro venerdì 26 luglio');
  expect(text).toMatch(/^Gentile Anna Sole,/);
  expect(text).toContain('può perdere 23.147 euro già ammessi: manca il CUP');
  expect(text).toContain('Ne abbiamo parlato ieri con Giulia Riviello e Paolo Ferri.');
});

test('the mayor reads why it comes to him, in the referent’s own answer', () => {
  const history = admitted();
  const told = sent(history.facts, '2024-07-24', '07:30');
  history.add('reminder.answered', '2024-07-24', { answer: 'cannot', person: 'referent' });
  const { text } = letter('legalRepresentative', history.facts, '2024-07-25', '07:30', { told });
  expect(text).toMatch(/^Gentile Sindaco,/);
  expect(text).toContain('Chi se ne occupa ci ha detto che non ci riesce.');
});

test('an extension names the call and both dates, not the term', () => {
  const { facts } = participating();
  const told = sent(facts, '2024-09-10', '07:30');
  const call = new History().add('term.amended', '2024-09-10', {
    term: 'callEnd',
    kind: 'extension',
    act: 'Decreto n. 137/2024',
    actDate: '2024-09-09',
    knownOn: '2024-09-10',
    newEnd: '2024-12-06',
  }).facts;
  const { subject, text } = letter('referent', facts, '2024-09-10', '15:00', { told, call });
  expect(subject).toBe('SEND prorogato al 6 dicembre (era il 20 settembre)');
  expect(text).toContain('Lo dice il decreto n. 137/2024, che abbiamo letto oggi.');
  // The new end is a Friday: ten working days before it the comune's papers are due.
  expect(text).toContain(
    'Per Rivello la data di lavoro passa al 22 novembre: così restano dieci giorni lavorativi per firma e invio ufficiale.',
  );
  // Two papers are still up to the reader: "nothing to do" would not be so.
  expect(text).toMatch(/Quello che hai già caricato vale\.$/m);
});

test('a date that holds no more says so, and promises no other', () => {
  const history = admitted();
  const told = sent(history.facts, '2024-07-23', '12:00');
  const admission = history.facts.at(-1)!.id;
  const voided = new History().add('fact.voided', '2024-07-24', { reason: 'error' }).facts[0]!;
  const facts = [...history.facts, { ...voided, id: 'void', seq: 99, corrects: admission } as Fact];
  const { subject, text } = letter('referent', facts, '2024-07-24', '09:00', { told });
  expect(subject).toBe('Correzione: per Rivello · SEND il 26 luglio non vale più');
  expect(text).toContain('ieri ti abbiamo scritto una data sbagliata per Rivello, SEND (26 luglio).');
  expect(text).toContain("Quella data non vale più: adesso non c'è nessun termine.");
  expect(text).toContain(
    "L'errore è nostro: avevamo registrato per sbaglio «esito dell'ammissibilità (PEC)». Scusaci.",
  );
});

describe('a correction of the day of the PEC beside the reminder of the same morning', () => {
  const history = admitted();
  const told = sent(history.facts, '2024-07-23', '11:30');
  history.milestone('admission', '2024-07-22', {
    outcome: 'admitted',
    time: '11:02:00',
    recorded: '2024-07-24',
    corrects: history.facts.at(-1)!.id,
  });
  const { subject, text } = letter('referent', history.facts, '2024-07-24', '07:30', { told });

  test('leads, under its own subject', () => {
    expect(subject).toMatch(/^Correzione: /);
    expect(text.indexOf('data sbagliata')).toBeLessThan(text.indexOf('Lavora entro'));
    expect(text).toContain('Lavora entro');
  });

  test('names the official end that was wrong where the day to work by is the same, and the PEC', () => {
    expect(text).toContain('(29 luglio). Quella giusta è sabato 27 luglio.');
    expect(text).toContain("L'errore è nostro: la PEC era del 22 luglio. Scusaci.");
  });
});

test('the office called on the day on which a term became known does not read that nobody answered', () => {
  const history = participating()
    .filed('participationAct', '2024-05-20')
    .reviewed('participationAct', '2024-05-21')
    .filed('serviceList', '2024-05-20')
    .reviewed('serviceList', '2024-05-21')
    .filed('signedApplication', '2024-05-30')
    .reviewed('signedApplication', '2024-05-31')
    .milestone('submission', '2024-06-03')
    .milestone('admission', '2024-07-23', { outcome: 'admitted', time: '08:05:00', recorded: '2024-07-26' });
  const { text } = letter('deskOfficer', history.facts, '2024-07-26', '12:00');
  expect(text).toContain("Il termine è noto solo da oggi: un'e-mail può non bastare");
  expect(text).not.toContain('non hanno avuto risposta');
});

describe('news for the office', () => {
  const history = admitted().milestone('withdrawalRequested', '2024-07-24');
  const item = (body: MessageBodies['officeNews']): LetterItem => ({
    message: { id: 'm', kind: 'officeNews', person: 'deskOfficer', body },
    definition: send,
    theCase: readCase(send, { call: [], application: history.facts }),
    facts: history.facts,
    number: 'ULL-2024-0001',
    comune: 'Rivello',
    chainHead: 'a1',
    people,
  });
  const told = (body: MessageBodies['officeNews'], ...comuni: string[]) =>
    new Letters().write({
      to: { id: 'marta', name: 'Marta Donadio', roles: ['deskOfficer'] },
      office: {
        unionName: 'Unione',
        officeName: 'Ufficio ICT',
        phone: '0973 000 000',
        email: 'ict@unione.example',
        signature: 'Marta',
      },
      items: comuni.length === 0 ? [item(body)] : comuni.map((comune) => ({ ...item(body), comune })),
      now: '2024-07-25',
    });

  test('of a call that ended without an answer all comuni are one line', () => {
    const body = { news: 'neverAnswered', term: 'callEnd', round: 1, end: '2024-09-20' } as const;
    const { subject, text } = told(body, 'Rivello', 'Lauria');
    expect(subject).toContain('1 cosa da sapere');
    expect(text).toContain('SEND: avviso finito, chiuse senza risposta 2 candidature: Lauria e Rivello.');
    const missed = { ...body, unreminded: ['legalRepresentative'] };
    expect(told(missed, 'Rivello', 'Lauria').text.replaceAll(/\s+/g, ' ')).toContain(
      'Nessun promemoria degli ultimi giorni è arrivato ad Antonio Conte (Lauria) e ad Antonio Conte (Rivello): telefona. Se il Comune',
    );
    expect(told(missed).text.replaceAll(/\s+/g, ' ')).toContain(
      'la candidatura è chiusa. Nessun promemoria degli ultimi giorni è arrivato ad Antonio Conte: telefona. Se il Comune',
    );
    const alone = told(body);
    expect(alone.text).not.toContain('Nessun promemoria');
    expect(alone.subject).toBe("Rivello · SEND: chiusa senza risposta (chiusura dell'avviso)");
    expect(alone.text).toContain('Nessuna risposta entro la fine dell’avviso, venerdì 20 settembre:');
  });

  test('an interrupt is said with its day and whose turn it is', () => {
    const { subject, text } = told({ news: 'interrupt', interrupt: 'withdrawal', on: '2024-07-24' });
    expect(subject).toBe('Rivello · SEND: rinuncia chiesta');
    expect(text).toContain('Rinuncia chiesta il 24 luglio. Adesso si aspetta chi finanzia.');
  });

  test('a term that an extension set going again is not said to be met', () => {
    const { subject, text } = told({ news: 'runsAgain', term: 'callEnd', round: 1, end: '2024-12-06' });
    expect(subject).toBe("Rivello · SEND: il termine corre di nuovo (chiusura dell'avviso)");
    expect(text).toContain('è stato spostato: corre di nuovo fino a venerdì 6 dicembre.');
  });

  test('a quick answer is told with the thing that it was about, not with what is missing now', () => {
    const { text } = told({ news: 'saysDone', term: 'cupEntry', round: 1 });
    expect(text).toContain('Il Comune dice che è già fatto: inserimento del CUP sulla piattaforma.');
  });

  test('a mail that the server refused says nothing of the address', () => {
    const dead = { news: 'deadAddress', about: 'referent', state: 'dead' } as const;
    expect(told(dead).subject).toContain('un indirizzo non funziona più');
    expect(told(dead).text).toContain('La posta per Giulia Riviello torna indietro.');
    const failed = told({ ...dead, state: 'failed' });
    expect(failed.subject).toBe("Rivello · SEND: un'e-mail non è partita (Giulia Riviello)");
    expect(failed.text).toContain("Un'e-mail per Giulia Riviello non è partita.");
  });
});

describe('news of the call', () => {
  const history = participating();
  const told = (roles: Role[], body: MessageBodies['callNews']) =>
    new Letters().write({
      to: { id: 'giulia', name: 'Giulia Riviello', roles },
      office: {
        unionName: 'Unione',
        officeName: 'Ufficio ICT',
        phone: '0973 000 000',
        email: 'ict@unione.example',
        signature: 'Marta',
      },
      items: [
        {
          message: { id: 'm', kind: 'callNews', person: 'giulia', body },
          definition: send,
          theCase: readCase(send, { call: [], application: history.facts }),
          facts: history.facts,
          number: 'ULL-2024-0001',
          comune: 'Rivello',
          chainHead: 'a1',
          people,
        },
      ],
      now: '2024-06-11',
    });

  test('money used up: by which act, that the term stays, and who telephones', () => {
    const spent: MessageBodies['callNews'] = {
      news: 'fundsExhausted',
      about: 'fact',
      act: 'Decreto n. 60/2024',
      on: '2024-06-10',
    };
    const { subject, text } = told(['referent'], spent);
    expect(subject).toBe("Rivello · SEND: fondi dell'avviso esauriti");
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      "i fondi dell'avviso SEND risultano esauriti e la candidatura di Rivello non è ancora inviata. Lo dice il decreto n. 60/2024 del 10 giugno. Prima di lavorarci ancora, sentiamoci: l'ufficio decide con voi se andare avanti. Il termine resta quello di prima; intanto non mandiamo promemoria. Ti telefoniamo noi.",
    );
    expect(told(['legalRepresentative'], spent).text).toContain('Le telefoniamo noi.');
  });

  test('what was sent while the call was closed: by when it is sent again, and what keeps the first', () => {
    const history = participating()
      .filed('participationAct', '2024-05-20')
      .reviewed('participationAct', '2024-05-21')
      .filed('serviceList', '2024-05-20')
      .reviewed('serviceList', '2024-05-21')
      .filed('signedApplication', '2024-05-30')
      .reviewed('signedApplication', '2024-05-31')
      .milestone('submission', '2024-09-25', { time: '10:00:00' });
    const call = new History().add('term.amended', '2024-10-02', {
      term: 'callEnd',
      kind: 'reopening',
      act: 'Decreto n. 150/2024',
      actDate: '2024-10-01',
      knownOn: '2024-10-02',
      newEnd: '2024-12-06',
    }).facts;
    const { subject, text } = letter('referent', history.facts, '2024-10-02', '10:00', { call });
    expect(subject).toBe('Rivello · SEND: va inviata di nuovo entro venerdì 6 dicembre');
    const words = text.replaceAll(/\s+/g, ' ');
    expect(words).toContain(
      "quando l'avviso SEND era chiuso (dal 21 al 30 settembre 2024). Va inviata di nuovo sulla piattaforma, salvo che il decreto n. 150/2024 tenga valido l'invio già fatto.",
    );
    expect(words).toContain(
      'Lavora entro venerdì 6 dicembre. Il termine ufficiale scade lo stesso giorno alle 23:59.',
    );
    const reminder = letter('referent', history.facts, '2024-12-03', '08:00', {
      call,
      told: sent(history.facts, '2024-10-02', '10:00', { call }),
    });
    expect(reminder.text.replaceAll(/\s+/g, ' ')).toContain('di nuovo: la prima volta l’avviso era chiuso');
  });

  test('money there again, and a call that was withdrawn', () => {
    expect(told(['referent'], { news: 'fundsAgain', about: 'fact' }).text.replaceAll(/\s+/g, ' ')).toContain(
      'i fondi non risultano più esauriti: Rivello può andare avanti, e i promemoria riprendono.',
    );
    const { subject, text } = told(['referent'], { news: 'withdrawn', about: 'fact' });
    expect(subject).toBe('Rivello · SEND: avviso ritirato, niente da fare');
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'avviato per errore. Rivello non deve fare niente: la candidatura è chiusa',
    );
  });
});

test('a sample check counts the papers that are there and quotes the CUP', () => {
  const history = admitted()
    .milestone('cup', '2024-07-25', { data: { cup: 'J81F22003840006' } })
    .milestone('sampleCheckRequested', '2024-08-01');
  const { subject, text } = letter('rup', history.facts, '2024-08-01', '10:00');
  expect(subject).toBe('Rivello · SEND: controllo a campione entro lunedì 26 agosto');
  expect(text).toContain('3 documenti su 11 ci sono già. Ne mancano 8:');
  expect(text).toContain('• dichiarazione del RUP sui conflitti di interesse (Allegato 2).');
  expect(text).toContain('con lo stesso importo del finanziamento. Tocca a: ragioneria.');
  expect(text).toContain('«Controllo a campione LS — CUP J81F22003840006»');
  expect(text).toContain('Il termine ufficiale è di 20 giorni lavorativi');
});

test('a comune that wants to talk is called: the office reads who and why', () => {
  const { facts } = new History()
    .opened('2024-05-08')
    .milestone('participation', '2024-05-10', { outcome: 'talk' });
  const { text } = letter('deskOfficer', facts, '2024-05-10', '10:00');
  expect(text).toContain(
    'Il Comune ha risposto «Parliamone» (la decisione di partecipare): aspetta una telefonata. Chiama Antonio Conte, sindaco: 0973 111.',
  );
});

test('during a sample check the reminder of the contract still asks for the contract, by its own date', () => {
  const { facts } = admitted()
    .milestone('cup', '2024-07-25', { data: { cup: 'J81F22003840006' } })
    .milestone('decree', '2024-08-22')
    .milestone('sampleCheckRequested', '2024-09-09');
  const told = sent(facts, '2024-09-19', '12:00');
  const { subject, text } = letter('referent', facts, '2024-09-20', '07:30', { told });
  expect(subject).toBe('Rivello · SEND: 2 cose da mandare entro mercoledì 20 novembre');
  expect(text).toContain('determina di affidamento con CUP e CIG');
  expect(text).not.toContain('invio dei documenti');
  // A long term can be extended for one body only while it runs: who reads it late has lost that too.
  expect(text).toContain('la proroga va chiesta prima della fine: entro mercoledì 20 novembre');
  const check = letter('referent', facts, '2024-09-25', '07:30', { told });
  expect(check.text).toContain('mancano otto documenti:');
  expect(check.text).toContain('Lavora entro mercoledì 2 ottobre');
});

test('once the papers of a sample check are there, its e-mail asks for the sending only', () => {
  const history = admitted()
    .milestone('cup', '2024-07-25', { data: { cup: 'J81F22003840006' } })
    .milestone('sampleCheckRequested', '2024-08-01');
  const papers = send.interrupts.find((each) => each.id === 'sampleCheck')?.papers ?? [];
  for (const { id } of papers.filter((each) => each.optional !== true)) {
    history.filed(id, '2024-08-02').reviewed(id, '2024-08-02');
  }
  const { text } = letter('rup', history.facts, '2024-08-22', '07:30');
  expect(text).toContain("i documenti ci sono tutti: resta l'invio, sulla piattaforma e per PEC.");
  expect(text).not.toContain('documenti inviati');
});

test('maintenance asks whether the services are active, and for nothing else', () => {
  const history = admitted().milestone('cup', '2024-07-25', { data: { cup: 'J81F22003840006' } });
  for (const milestone of ['decree', 'contract', 'completion']) history.milestone(milestone, '2024-09-02');
  history.milestone('verification', '2024-10-02', { outcome: 'positive' });
  for (const paper of ['awardAct', 'cre', 'annex5'])
    history.filed(paper, '2024-09-02').reviewed(paper, '2024-09-02');
  for (const milestone of ['paymentRequest', 'payment', 'collection'])
    history.milestone(milestone, '2024-11-04');
  const { subject, text } = letter('referent', history.facts, '2024-12-31', '08:30');
  expect(subject).toBe('Rivello · SEND: i servizi sono ancora attivi?');
  expect(text).toContain('fino al 31 dicembre 2029');
  expect(text).not.toContain('fine del mantenimento');
});

describe('an approval', () => {
  const approval: ApprovalRequirement = {
    kind: 'approval',
    id: 'goAhead',
    label: 'Delibera di Giunta',
    order: 'sequence',
    rule: 'all',
    approvers: ['secretary'],
    substitute: 'legalRepresentative',
  };
  const definition: CallDefinition = {
    ...send,
    stages: send.stages.map((stage) =>
      stage.id === 'preparation' ? { ...stage, wait: 'approval', requirements: [approval] } : stage,
    ),
  };

  test('is asked of the approver by name, with the day by which it helps', () => {
    const { subject, text } = letter('secretary', participating().facts, '2024-05-14', '09:00', {
      definition,
    });
    expect(subject).toBe('Rivello · SEND: serve il Suo via libera');
    expect(text).toContain('serve il Suo via libera: Delibera di Giunta.');
    expect(text).toContain('Entro mercoledì 22 maggio.');
  });

  test('comes to the substitute after silence, without blame', () => {
    const { subject, text } = letter('legalRepresentative', participating().facts, '2024-05-20', '08:30', {
      definition,
    });
    expect(subject).toBe('Rivello · SEND: serve il Suo via libera');
    expect(text).toContain('manca il via libera: delibera di Giunta');
    expect(text).toContain('Per ora non è arrivata una risposta. Può darlo Lei');
  });
});

test('the office’s digest carries the head of each application’s chain of facts', () => {
  const history = participating();
  const item = (id: string, number: string, requirement: string): LetterItem => ({
    message: {
      id,
      kind: 'officeReview',
      person: 'deskOfficer',
      body: { requirement, document: 'd', sha256: 'a1' },
    },
    definition: send,
    theCase: readCase(send, { call: [], application: history.facts }),
    facts: history.facts,
    number,
    comune: 'Rivello',
    chainHead: `head-of-${number}`,
    people: [],
  });
  const { text } = new Letters().write({
    to: { id: 'marta', name: 'Marta Donadio', roles: ['deskOfficer'] },
    office: {
      unionName: 'Unione',
      officeName: 'Ufficio ICT',
      phone: '0973 000 000',
      email: 'ict@unione.example',
      signature: 'Marta',
    },
    items: [item('m1', 'ULL-2024-0002', 'participationAct'), item('m2', 'ULL-2024-0001', 'serviceList')],
    now: '2024-05-21',
  });
  expect(text).toContain(
    'Impronte delle registrazioni: ULL-2024-0001 head-of-ULL-2024-0001 · ULL-2024-0002 head-of-ULL-2024-0002',
  );
});

test('the office’s digest counts what its first page counts, also where no reminder is about it', () => {
  const history = participating();
  const review = (id: string, requirement: string): LetterItem => ({
    message: {
      id,
      kind: 'officeReview',
      person: 'deskOfficer',
      body: { requirement, document: 'd', sha256: 'a1' },
    },
    definition: send,
    theCase: readCase(send, { call: [], application: history.facts }),
    facts: history.facts,
    number: 'ULL-2024-0001',
    comune: 'Rivello',
    chainHead: 'a1',
    people: [],
  });
  const due = (comune: string, end: LocalDate, safeEnd: LocalDate) => ({
    id: comune,
    slug: `${comune}-send`,
    number: `ULL-${comune}`,
    label: 'CUP da inserire',
    applicant: { id: comune, name: comune },
    call: { shortTitle: 'SEND' },
    glance: madeUpGlance({ terms: [madeUpTerm({ end, safeEnd })] }),
  });
  const applications = [
    due('Lauria', '2024-05-24', '2024-05-22'),
    due('Nemoli', '2024-05-28', '2024-05-27'),
    due('Trecchina', '2024-09-20', '2024-09-18'),
  ];
  // Calls that were open before today, and an address that died before today: no message of this morning tells of them.
  const called = madeUpTerm({ end: '2024-09-20', safeEnd: '2024-09-18' });
  const desk = {
    applications: [
      ...applications,
      {
        ...due('Lagonegro', '2024-09-20', '2024-09-18'),
        glance: madeUpGlance({
          terms: [called],
          answers: [{ fact: 'f', person: 'renato', answer: 'cannot', term: called.id, on: '2024-05-16' }],
        }),
      },
    ],
    unionBody: 'union',
    people: {
      people: new Map([
        ['renato', { name: 'Renato Cascini', phone: '0973 222' }],
        ['gino', { name: 'Gino Lauria', phone: '0973 333' }],
      ]),
      memberships: [
        { person: 'renato', body: 'Lagonegro', role: 'accounts', from: '2020-01-01' },
        { person: 'gino', body: 'Trecchina', role: 'referent', from: '2020-01-01' },
      ],
      absences: [],
    },
    silences: [
      {
        application: 'Trecchina',
        at: '2024-05-17T05:45:00Z',
        term: { id: called.id, round: called.round, end: '2024-09-20' },
      },
    ],
    undelivered: [
      {
        mail: 'mail',
        person: { id: 'michele', name: 'Michele Carlomagno' },
        bodies: ['Nemoli'],
        address: 'sindaco@nemoli.example',
        subject: 'Nemoli: partecipiamo a SEND?',
        state: 'dead',
        on: '2024-05-15',
      },
    ],
  } satisfies DeskRows;
  const { subject, text } = new Letters().write({
    to: { id: 'marta', name: 'Marta Donadio', roles: ['deskOfficer'] },
    office: {
      unionName: 'Unione',
      officeName: 'Ufficio ICT',
      phone: '0973 000 000',
      email: 'ict@unione.example',
      signature: 'Marta',
    },
    items: [review('m1', 'participationAct'), review('m2', 'serviceList')],
    now: '2024-05-21',
    desk,
  });
  const page = sectionsOf(applications, '2024-05-21');
  const risk = formatEuro(moneyAtRisk(applications, '2024-05-21', RISK_DAYS).cents);
  expect(page.now).toHaveLength(1);
  expect(subject).toBe(`Oggi: ${page.now.length} da fare, 2 telefonate, ${risk} a rischio in 7 giorni`);
  expect(text).toContain('Da fare (1)');
  expect(text).toContain("Lauria · SEND: manca l'inserimento del CUP entro mercoledì 22 maggio.");
  expect(text).toContain('Questa settimana (1)');
  expect(text).toContain('Nemoli · SEND');
  expect(text).toContain('Da telefonare (2)');
  expect(text).toContain('Lagonegro · SEND: Ha chiesto di essere chiamato giovedì 16 maggio');
  expect(text).toContain('Chiama Renato Cascini, ragioneria: 0973 222.');
  expect(text).toContain('Trecchina · SEND: Nessuna risposta ai promemoria, da venerdì 17 maggio');
  expect(text).toContain('Consegne fallite (1)');
  expect(text).toContain('Michele Carlomagno (Nemoli): la casella sindaco@nemoli.example non esiste');
});
