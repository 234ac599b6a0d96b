import { z } from 'zod';
import { fieldWords } from './field-words.js';

const form = z.strictObject({
  name: z.string().min(1).max(5),
  reason: z.string().min(3),
  email: z.email(),
  bodies: z.array(z.string()).min(1).max(2),
  cents: z.number(),
});

/** What is said of each field of a request, by its path. */
function said(request: object): Record<string, string> {
  const { error } = form.safeParse(request, { error: fieldWords });
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]));
}

test('what is missing is asked for', () => {
  const missing = 'Manca: scrivilo e riprova. (DATO-01)';
  expect(said({ name: '', reason: 'perché', bodies: ['a'], cents: 1 })).toEqual({
    name: missing,
    email: missing,
  });
});

test('what does not fit says how it would', () => {
  expect(said({ name: 'Rivello', reason: 'ah', email: 'giulia', bodies: [], cents: 'dieci' })).toEqual({
    name: 'È troppo lungo: al massimo 5 caratteri.',
    reason: 'È troppo corto: servono almeno 3 caratteri.',
    email: 'Scrivi un indirizzo e-mail, per esempio nome@comune.it. (DATO-08)',
    bodies: 'Sono troppo pochi: ne servono almeno 1.',
    cents: 'Non va bene in questa forma: controllalo.',
  });
});

test('no word of a programmer is left', () => {
  const all = Object.values(said({ name: 7, reason: [], email: {}, bodies: 'a', cents: null, more: 1 })).join(
    ' ',
  );
  expect(all).not.toMatch(/string|number|array|vettore|undefined|null|chiave/i);
});
