import type { Channel } from './fact.js';

const WORDS: Readonly<Record<Channel, string>> = {
  web: 'su Capofila',
  pec: 'per PEC',
  email: 'per e-mail',
  phone: 'per telefono',
  inPerson: 'di persona',
  platform: 'dalla piattaforma',
  import: 'da un’importazione',
  engine: 'deciso da Capofila',
};

/** How a fact reached the union, for use inside a sentence: "per PEC", "di persona". */
export function channelInWords(channel: Channel): string {
  return WORDS[channel];
}
