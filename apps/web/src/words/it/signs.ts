import type { Sign } from '#domain/desk/sign.js';
import { AMOUNT_WORDS } from '#domain/desk/amount-words.js';

const signWords: Record<Sign | 'updating', string> = {
  atRisk: 'A rischio',
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

export const signs = { sign: signWords, amount: AMOUNT_WORDS };
