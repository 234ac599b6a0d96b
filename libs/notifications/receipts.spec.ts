import { sendDefinition } from '../../test/support/send-definition.js';
import { readCase } from '#domain/application/case/case.js';
import { admitted, History } from '#domain/application/case/made-up-facts.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { Letters } from './letters.js';

const send = sendDefinition();

/** The receipt of an act, as the referent of Rivello reads it. */
function receipt({ facts }: History, milestone: string, on: LocalDate): string {
  const referent = { id: 'referent', name: 'Giulia Riviello', roles: ['referent' as const] };
  const message = {
    id: 'm',
    key: 'k',
    application: 'app',
    person: 'referent',
    kind: 'documentFiled' as const,
    deliverAt: `${on}T10:00:00Z` as const,
    digest: false,
    body: { milestone, on, at: '12:00' },
  };
  const { text } = new Letters().write({
    to: { ...referent },
    office: {
      unionName: 'Unione',
      officeName: 'Ufficio ICT',
      phone: '0973 000',
      email: 'ict@unione.example',
      signature: 'Marta',
    },
    items: [
      {
        message,
        definition: send,
        theCase: readCase(send, { call: [], application: facts }),
        facts,
        number: 'ULL-2024-0001',
        comune: 'Rivello',
        chainHead: 'a1',
        people: [referent],
      },
    ],
    now: on,
  });
  return text.replaceAll(/\s+/g, ' ');
}

test('an act that is done leaves nothing to do', () => {
  const history = admitted().milestone('cup', '2024-07-25', { data: { cup: 'J81F22003840006' } });
  expect(receipt(history, 'cup', '2024-07-25')).toContain('Per questo passo non devi fare altro.');
});

test('of an act that does not count the receipt says so, and that the term runs on', () => {
  const history = admitted().milestone('cup', '2024-07-25', { data: { cup: 'J81F22003840006' } });
  const by = history.facts.at(-1)?.id ?? '';
  history.add('finding.raised', '2024-07-25', {
    finding: `CUP-12:${by}`,
    code: 'CUP-12',
    by,
    cup: 'J81F22003840006',
    holds: true,
  });
  const text = receipt(history, 'cup', '2024-07-25');
  expect(text).toContain('Non conta ancora: il CUP risulta di un altro ente. Controlla l’atto');
  expect(text).not.toContain('non devi fare altro');
});

test('a paper on which the application may be excluded is never called harmless', () => {
  const sent = new History().opened('2024-05-08').milestone('submission', '2024-06-03', { time: '11:20:00' });
  const text = receipt(sent, 'submission', '2024-06-03');
  expect(text).toContain(
    "rischia l’esclusione: serve l'atto di partecipazione (delibera o determina) con data non successiva al 3 giugno 2024",
  );
  expect(text).toMatch(/Manca ancora qui: (?!.*atto di partecipazione).*Non ferma niente/);
});
