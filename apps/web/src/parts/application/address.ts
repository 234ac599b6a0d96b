/** The cards of the page, by the word in its address. */
export const CARDS = ['passi', 'documenti', 'numeri', 'conversazione', 'messaggi', 'storia', 'e-se'] as const;
export type Card = (typeof CARDS)[number];

/** What the address of the page says beside the application: a card, and a form that is open over the cards. */
export interface ApplicationSearch {
  scheda?: Card | undefined;
  /** A milestone whose form is open. */
  registra?: string;
  /** How it went, where the way here says so. */
  esito?: string;
  /** A paper that is being filed. */
  carica?: string;
  /** Who does what is being said. */
  chi?: 'cambia';
  /** A fact that is being put right. */
  correggi?: string;
}

export function applicationSearch(search: Record<string, unknown>): ApplicationSearch {
  const card = CARDS.find((each) => each === search['scheda']);
  const code = (name: 'registra' | 'esito' | 'carica' | 'correggi') => {
    const value = search[name];
    return typeof value === 'string' && /^[\w-]{1,60}$/.test(value) ? { [name]: value } : {};
  };
  return {
    // Said also where it is none: what is left out here stays in the address as it was written.
    scheda: card,
    ...code('registra'),
    ...code('esito'),
    ...code('carica'),
    ...code('correggi'),
    ...(search['chi'] === 'cambia' ? { chi: 'cambia' as const } : {}),
  };
}
