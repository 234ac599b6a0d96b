import { epochMs, instantAt } from '#domain/calendar/local-date.js';
import { minutesOfOutage, outageInWords } from './outage.js';

const since = instantAt('2027-03-26', '08:00');

test('an outage says since when and how many e-mails wait', () => {
  expect(outageInWords({ since, waiting: 7 }, '2027-03-26')).toBe(
    'Il server di posta non prende e-mail: la prima non è partita alle 8. 7 e-mail aspettano: Capofila riprova da solo, e manda solo quello che vale ancora. Avvisa chi gestisce la posta dell’Unione. (SYS-08)',
  );
  expect(outageInWords({ since, waiting: 1 }, '2027-03-27')).toMatch(
    /non è partita venerdì 26 marzo alle 8\. Un’e-mail aspetta:/,
  );
});

test('its minutes are whole, and at least one', () => {
  expect(minutesOfOutage({ since, waiting: 1 }, epochMs(since) + 359_000)).toBe(5);
  expect(minutesOfOutage({ since, waiting: 1 }, epochMs(since))).toBe(1);
});
