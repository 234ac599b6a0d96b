import { cup, giulia, mailTo, marta, mayor, sendStory } from '../../test/support/send-story-mails.js';
import type { EscalationItem, MailView } from './mail-view.js';
import { render } from './render.js';

const view = (name: string): MailView => {
  const found = sendStory[name];
  if (found === undefined) throw new Error(`no mail ${name}`);
  return found;
};
const mail = (name: string) => render(view(name));
/** The words of the HTML, as a person reads them. */
const wordsOf = (html: string) =>
  html
    .replace(/<title>.*<\/title>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
const squeezed = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');

describe.each(Object.keys(sendStory))('%s', (name) => {
  const { subject, text, html } = mail(name);

  test('has a subject on one line, under 65 characters, without brackets of data or exclamation marks', () => {
    expect(subject.length).toBeLessThan(65);
    expect(subject).not.toMatch(/[\r\n!]|undefined|\[|null/);
  });

  test('says the same words as text and as HTML', () => {
    const fromText = squeezed(text.replace(/https?:\/\/[^\s)]+/g, '').replace(/^\d+\. /gm, ''));
    expect(squeezed(wordsOf(html))).toBe(fromText);
  });

  test('leaves no hole in a sentence', () => {
    expect(text).not.toMatch(/undefined|null|NaN|\{|\}| {2}| ,| \.(?!p7m)|\.\.|: \.|\(\)/);
    expect(text).not.toMatch(/urgente|URGENTE|gentile utente|non hai/);
  });

  test('names the telephone and says that it is not an official communication', () => {
    expect(text).toContain('0973 000 000');
    expect(text).toContain('Non è una comunicazione ufficiale e non sostituisce la PEC.');
  });

  test('has at most one button and loads nothing from anywhere', () => {
    expect(html.match(/background-color:#0066cc/g)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(html).not.toMatch(/<img|<script|<form|<link|url\(|@import/);
    expect(html).toContain('<html lang="it">');
  });

  test('does without pages: the same e-mail with no link at all', () => {
    const { links: _links, quickAnswers: _answers, ...without } = view(name);
    const plain = render(without);
    expect(plain.text).not.toContain('http');
    expect(plain.html).not.toContain('<a ');
    expect(plain.subject).toBe(subject);
  });
});

test.each([
  ['cup-1-subito', 'Rivello · SEND: inserire il CUP entro venerdì 26 marzo'],
  ['cup-4-dopo-la-data-di-lavoro', 'Rivello · SEND: inserire il CUP entro domenica 28 marzo'],
  ['escalation-sindaco-ultimo-giorno', 'Rivello · SEND: serve una Sua decisione entro oggi alle 16'],
  ['elenco-di-un-comune', 'Rivello: 2 cose da mandare entro mercoledì 10 marzo'],
  ['proroga', 'SEND prorogato al 31 marzo (era il 10)'],
  ['ricevuto', 'Ricevuto: determina di affidamento, Rivello'],
  ['correzione', 'Correzione: la data giusta per Rivello · SEND è il 30 marzo'],
  ['ufficio-riepilogo', 'Oggi: 2 da fare, 2 telefonate, € 23.147 a rischio in 7 giorni'],
  ['invito-sindaco', 'Rivello: partecipiamo a SEND? Circa 23.147 euro'],
])('%s has the subject «%s»', (name, subject) => {
  expect(mail(name).subject).toBe(subject);
});

test('tells the date to work by before the official one, and what is lost after it', () => {
  expect(mail('cup-1-subito').text).toContain(
    'Lavora entro venerdì 26 marzo. Il termine ufficiale è di 5 giorni e cade domenica 28 marzo, a Pasqua, alle 23:59. Dopo, il finanziamento si perde.',
  );
});

test('announces whom the office tells next before it happens', () => {
  expect(mail('cup-1-subito').text).toContain(
    'Se non riesci, domani avviso il segretario: vuoi che lo faccia io?',
  );
  expect(mail('cup-2-vigilia').text).not.toContain('avviso il segretario');
});

test('speaks to mayors and secretaries with Lei, to all others with tu', () => {
  const asMayor = render(mailTo(mayor, '2027-03-23', cup));
  expect(asMayor.text).toMatch(/^Gentile Sindaco,/);
  expect(asMayor.text).toContain('Chieda il CUP');
  expect(asMayor.text).toContain('Se non riesce');
  expect(asMayor.text).toContain('Apra la pagina del CUP');
  expect(asMayor.text).toContain('Ci chiami');
  expect(render(mailTo(giulia, '2027-03-23', cup)).text).toMatch(/^Buongiorno Giulia,/);
  for (const name of Object.keys(sendStory).filter((each) => view(each).to.formal)) {
    expect(mail(name).text).not.toMatch(/\b(tuo|tua|puoi|riesci|chiedi|devi|hai|vuoi|Vedi|Apri|Chiamaci)\b/);
  }
});

test('a date of another year says its year', () => {
  const late = render(mailTo(giulia, '2026-12-30', { ...cup, workBy: '2027-01-08', end: '2027-01-08' }));
  expect(late.text).toContain('Lavora entro venerdì 8 gennaio 2027.');
});

test('asks the three questions once, by links to a page that asks before anything happens', () => {
  const { text } = mail('riepilogo-misto');
  expect(text.match(/L'ho già fatto: https/g)).toHaveLength(1);
  expect(text.match(/Non ci riesco, chiamatemi: https/g)).toHaveLength(1);
  expect(text.match(/Non tocca a me: https/g)).toHaveLength(1);
  expect(mail('ricevuto').text).not.toContain("L'ho già fatto");
});

test('puts what cannot be undone first in a list of several things', () => {
  const { subject, text } = mail('riepilogo-misto');
  expect(subject).toBe('Rivello · SEND: inserire il CUP entro venerdì 26 marzo');
  expect(text.indexOf('Rivello · SEND')).toBeLessThan(text.indexOf('Nemoli · SEND'));
  expect(text.indexOf('Nemoli · SEND')).toBeLessThan(text.indexOf('Trecchina · PDND'));
});

test('who is asked for a decision is not reminded of the same thing beside it', () => {
  const escalation = view('escalation-segretaria').items[0];
  const both = render(mailTo(mayor, '2027-03-24', escalation, cup));
  expect(both.subject).toBe('Rivello · SEND: serve una Sua decisione entro venerdì 26 marzo');
  expect(both.text).not.toContain('Sistema CUP');
});

test.each([
  [
    ['domanda di partecipazione firmata (.p7m)'],
    ': manca ancora la domanda di partecipazione firmata (.p7m).',
  ],
  [['schermate del protocollo'], ': manca ancora: schermate del protocollo.'],
  [
    ['dichiarazione del RUP', 'schermate del protocollo', 'invio dei documenti'],
    ': mancano ancora: dichiarazione del RUP, schermate del protocollo e invio dei documenti.',
  ],
  [[], ': manca ancora un passo.'],
])('whoever is asked for a decision reads of %j in Italian', (labels, said) => {
  const { topic: _topic, ...item } = view('escalation-segretaria').items[0] as EscalationItem;
  const asked = { ...item, missing: labels.map((label) => ({ label })) };
  expect(render(mailTo(mayor, '2027-03-23', asked)).text).toContain(said);
});

test('the office reads its day in sections', () => {
  const { text } = mail('ufficio-riepilogo');
  // A Friday: the Monday after it is Easter Monday.
  const sections = [
    'Da fare (2)',
    'Da telefonare (2)',
    'Arrivati ieri, da controllare (1)',
    'Giro settimanale (1)',
    'Consegne fallite (1)',
    'Questa settimana (1)',
    // The sample check, of which a reminder speaks: its day is past the five working days of a week.
    'In arrivo (1)',
    'Da sapere (1)',
  ];
  expect(sections.map((each) => text.indexOf(each))).not.toContain(-1);
  expect(sections.map((each) => text.indexOf(each))).toEqual(
    sections.map((each) => text.indexOf(each)).toSorted((a, b) => a - b),
  );
});

describe('the office’s digest', () => {
  const round = {
    kind: 'officeRound' as const,
    comune: 'Rivello',
    call: 'SEND',
    waitsFor: 'il Dipartimento',
    since: '2027-01-08' as const,
  };
  const maratea = { ...round, comune: 'Maratea' };

  test('names the round of Monday on a Monday only', () => {
    expect(render(mailTo(marta, '2027-03-22', round, maratea)).subject).toBe(
      'Oggi, lunedì 22 marzo: il giro del lunedì',
    );
    const wednesday = render(mailTo(marta, '2027-03-24', round, maratea));
    expect(wednesday.subject).toBe('Oggi, mercoledì 24 marzo: il giro settimanale');
    expect(wednesday.text).not.toContain('lunedì');
    expect(render(mailTo(marta, '2027-03-24', round)).subject).toBe(
      'Rivello · SEND: giro settimanale, novità sulla piattaforma?',
    );
  });

  test('says no line twice', () => {
    const { text } = render(mailTo(marta, '2027-03-22', round, { ...round, since: '2027-01-08' }, maratea));
    expect(text).toContain('Giro del lunedì (2)');
    expect(text.match(/Rivello · SEND:/g)).toHaveLength(1);
  });

  test('a date that was put right, or moved, is not something to do', () => {
    const correction = view('correzione').items[0];
    const extension = view('proroga').items[0];
    const { subject, text } = render(mailTo(marta, '2027-03-26', correction, extension, round));
    expect(subject).toBe('Oggi, venerdì 26 marzo: il giro settimanale');
    expect(text).toContain('Da sapere (2)');
    expect(text).not.toContain('Da fare');
  });
});

describe('subjects of a comune with a long name', () => {
  const long = { comune: 'Castelluccio Superiore' };

  test('each of the three invitations has its own', () => {
    const invitation = view('invito-sindaco').items[0];
    const subjects = ([1, 2, 3] as const).map(
      (tone) =>
        render(mailTo(mayor, '2027-01-11', { ...invitation, ...long, tone } as MailView['items'][0])).subject,
    );
    expect(subjects).toEqual([
      'Castelluccio Superiore: partecipiamo a SEND? Circa 23.147 euro',
      'Castelluccio Superiore: partecipiamo a SEND? Entro il 22 gennaio',
      'Castelluccio Superiore: sì o no a SEND entro venerdì 22 gennaio',
    ]);
  });

  test('a paper that was sent back keeps its name', () => {
    const returned = {
      kind: 'documentReturned' as const,
      ...long,
      call: 'SEND',
      label: 'atto di partecipazione (delibera o determina)',
      reason: 'manca la firma del segretario',
      workBy: '2027-03-12' as const,
    };
    expect(render(mailTo(giulia, '2027-03-10', returned)).subject).toBe(
      'Castelluccio Superiore: atto di partecipazione da correggere',
    );
  });
});

describe('hostile names and labels', () => {
  const evil = '<script>alert("x")</script> & \'q\'\r\nBcc: a@b.example\u2028\u202eoppure';

  test('stay words: nothing of them becomes HTML, a header or a line', () => {
    const hostile = render({
      ...mailTo(
        { ...giulia, greetingName: evil },
        '2027-03-08',
        { ...cup, comune: evil, call: evil, page: `https://x.example/?a="><script>` },
        {
          kind: 'documentReturned',
          comune: evil,
          call: 'SEND',
          label: evil,
          reason: evil,
          page: 'javascript:alert(1)',
        },
      ),
      office: { unionName: evil, officeName: evil, phone: evil, email: evil, signature: evil },
    });
    expect(hostile.html).not.toContain('<script');
    expect(hostile.html).not.toContain('javascript:');
    expect(hostile.html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;q&#39; Bcc');
    expect(hostile.text).not.toMatch(/^Bcc:/m);
    expect(hostile.text).not.toMatch(/[\r\u2028\u202e]/);
    expect(hostile.subject).not.toMatch(/[\r\n\u2028\u202e]/);
    expect(hostile.subject.length).toBeLessThan(65);
  });

  test('a very long name is cut at a word', () => {
    const long = render(
      mailTo(marta, '2027-03-08', {
        kind: 'officeReview',
        comune: 'Castelluccio Superiore '.repeat(4).trim(),
        call: 'SEND',
        label: 'X',
        on: '2027-03-07',
      }),
    );
    expect(long.subject).toMatch(/^Castelluccio Superiore .*[a-z]…$/);
    expect(long.subject.length).toBeLessThan(65);
  });
});
