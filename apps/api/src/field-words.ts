import { z } from 'zod';

const fallback = z.locales.it().localeError;

/**
 * What zod says of a field, as people say it: its own Italian names types of programs ("atteso string"), which nobody
 * who fills in a form knows. What is rare is said by zod.
 */
export const fieldWords: typeof fallback = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? 'Manca: scrivilo e riprova. (DATO-01)'
        : 'Non va bene in questa forma: controllalo.';
    case 'too_small':
      if (issue.origin === 'string') {
        return Number(issue.minimum) <= 1
          ? 'Manca: scrivilo e riprova. (DATO-01)'
          : `È troppo corto: servono almeno ${issue.minimum} caratteri.`;
      }
      if (issue.origin === 'array') return `Sono troppo pochi: ne servono almeno ${issue.minimum}.`;
      return fallback(issue);
    case 'too_big':
      if (issue.origin === 'string') return `È troppo lungo: al massimo ${issue.maximum} caratteri.`;
      if (issue.origin === 'array') return `Sono troppi: al massimo ${issue.maximum}.`;
      return fallback(issue);
    case 'invalid_format':
      return issue.format === 'email'
        ? 'Scrivi un indirizzo e-mail, per esempio nome@comune.it. (DATO-08)'
        : 'Non va bene in questa forma: controllalo.';
    case 'unrecognized_keys':
      return `Non serve, e non si può mandare: ${issue.keys.join(', ')}.`;
    default:
      return fallback(issue);
  }
};
