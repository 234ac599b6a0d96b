import type { Acting } from '#contracts/application-page.js';
import type { AmendmentPreview, CallPage } from '#contracts/call-page.js';

/** Acts that move a term, for all applications or for some. */
export const MOVES = ['extension', 'reopening', 'suspension'] as const;
export type Move = (typeof MOVES)[number];

/** What the office does with a call; its name stands in the address too. */
export type Act = Move | 'fundsExhausted' | 'fundsAgain' | 'withdrawal';

const ACTS: readonly string[] = [...MOVES, 'fundsExhausted', 'fundsAgain', 'withdrawal'];

export function isAct(text: unknown): text is Act {
  return typeof text === 'string' && ACTS.includes(text);
}

export function isMove(act: Act): act is Move {
  return (MOVES as readonly string[]).includes(act);
}

export type ActField =
  'term' | 'act' | 'actDate' | 'knownOn' | 'newEnd' | 'newCutOff' | 'from' | 'to' | 'reason';

/** What was typed of an act, as the API takes it; nothing of a field that stands empty. */
export type TypedAct = Partial<Record<ActField, string>>;

/** Of a form: what it asks for, in this order. */
export const FIELDS: Record<Act, readonly ActField[]> = {
  extension: ['term', 'act', 'actDate', 'knownOn', 'newEnd', 'newCutOff'],
  reopening: ['term', 'act', 'actDate', 'knownOn', 'newEnd', 'newCutOff'],
  suspension: ['term', 'act', 'actDate', 'knownOn', 'from', 'to'],
  fundsExhausted: ['act', 'actDate', 'knownOn'],
  fundsAgain: ['reason'],
  withdrawal: ['reason'],
};

/** What an act would do, and the version of the call on which that was worked out. */
export interface Looked {
  typed: TypedAct;
  preview: AmendmentPreview;
  ifMatch: string;
}

const PATHS = { fundsExhausted: 'funds-exhausted', fundsAgain: 'funds-again', withdrawal: 'withdrawal' };

/** Where an act is sent, and what. */
export function requestOf(
  call: Pick<CallPage, 'id'>,
  act: Act,
  { actingBody }: Acting,
  typed: TypedAct,
): { path: string; body: object } {
  const body = { actingBody, ...typed };
  return isMove(act)
    ? { path: `/calls/${call.id}/amendments`, body: { ...body, kind: act } }
    : { path: `/calls/${call.id}/${PATHS[act]}`, body };
}

/** Who may do it, in whose name; nothing where the act is not possible now. */
export function actingFor({ may }: Pick<CallPage, 'may'>, act: Act): Acting | undefined {
  if (isMove(act)) return may.amend;
  return { fundsExhausted: may.exhaust, fundsAgain: may.refund, withdrawal: may.withdraw }[act];
}
