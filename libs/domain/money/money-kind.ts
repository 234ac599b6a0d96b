/**
 * What an amount is to an application: what a call foresees, what was asked for and granted, what came in (`advance`,
 * `intermediate` and `balance` where it comes in parts, `received` where it comes at once), what the body adds itself.
 */
export const MONEY_KINDS = [
  'estimated',
  'requested',
  'granted',
  'advance',
  'intermediate',
  'balance',
  'received',
  'ownFunds',
] as const;
export type MoneyKind = (typeof MONEY_KINDS)[number];
