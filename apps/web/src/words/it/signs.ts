import type { Sign } from '#domain/desk/sign.js';
import type { AmountWord } from '#contracts/desk.js';

const signWords: Record<Sign | 'updating', string> = {
  late: 'Scaduta',
  today: 'Oggi',
  week: 'Questa settimana',
  onTime: 'In tempo',
  waiting: 'Aspetta altri',
  done: 'Fatto',
  suspended: 'Sospesa',
  closed: 'Chiusa',
  updating: 'In aggiornamento',
};

const amountWords: Record<AmountWord, string> = {
  estimated: 'stimati',
  requested: 'richiesti',
  decreed: 'decretati',
  collected: 'incassati',
};

export const signs = { sign: signWords, amount: amountWords };
