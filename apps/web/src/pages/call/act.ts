import type { Acting } from '#contracts/application-page.js';
import type { AmendmentPreview, CallPage } from '#contracts/call-page.js';
import type { Answer } from '#contracts/routes.js';
import { ask } from '../../api/client.js';

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
  | 'term'
  | 'act'
  | 'actDate'
  | 'knownOn'
  | 'newEnd'
  | 'newCutOff'
  | 'from'
  | 'to'
  | 'opens'
  | 'unsure'
  | 'keepsSent'
  | 'reason';

/** What was typed of an act, as the API takes it; nothing of a field that stands empty. */
export type TypedAct = Partial<Record<ActField, string>>;

/** Of a form: what it asks for, in this order. */
export const FIELDS: Record<Act, readonly ActField[]> = {
  extension: ['term', 'act', 'actDate', 'knownOn', 'newEnd', 'newCutOff'],
  reopening: ['term', 'act', 'actDate', 'unsure', 'knownOn', 'opens', 'newEnd', 'newCutOff', 'keepsSent'],
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

/** What was looked at is confirmed, changed, looked at again, or left. */
export interface Previewing<A extends Act> {
  call: CallPage;
  act: A;
  acting: Acting;
  looked: Looked;
  change: () => void;
  again: () => void;
  close: () => void;
}

/** An act as it was typed, and in whose name. */
export interface TypedBy {
  call: Pick<CallPage, 'id'>;
  acting: Acting;
  typed: TypedAct;
}

/** What an act would do. */
export function lookAt(act: Act, { call, acting, typed }: TypedBy): Promise<AmendmentPreview> {
  const params = { call: call.id };
  switch (act) {
    case 'fundsExhausted':
      return ask('POST /calls/:call/funds-exhausted/preview', { params, body: exhausted(acting, typed) });
    case 'fundsAgain':
      return ask('POST /calls/:call/funds-again/preview', { params, body: reasoned(acting, typed) });
    case 'withdrawal':
      return ask('POST /calls/:call/withdrawal/preview', { params, body: reasoned(acting, typed) });
    default:
      return ask('POST /calls/:call/amendments/preview', { params, body: moved(act, acting, typed) });
  }
}

/** Done on what was looked at, and once. */
export interface Done {
  once: string;
  ifMatch: string;
}

/** Moves a term: for all applications, or for those that are named. */
export function move(
  act: Move,
  { call, acting, typed }: TypedBy,
  done: Done,
  applications?: string[],
): Promise<Answer<'POST /calls/:call/amendments'>> {
  const body = { ...moved(act, acting, typed), ...(applications === undefined ? {} : { applications }) };
  return ask('POST /calls/:call/amendments', { params: { call: call.id }, body, ...done });
}

/** Records an act about the call as a whole. */
export function record(act: Exclude<Act, Move>, { call, acting, typed }: TypedBy, done: Done) {
  const params = { call: call.id };
  switch (act) {
    case 'fundsExhausted':
      return ask('POST /calls/:call/funds-exhausted', { params, body: exhausted(acting, typed), ...done });
    case 'fundsAgain':
      return ask('POST /calls/:call/funds-again', { params, body: reasoned(acting, typed), ...done });
    case 'withdrawal':
      return ask('POST /calls/:call/withdrawal', { params, body: reasoned(acting, typed), ...done });
    default:
      return act satisfies never;
  }
}

// What is missing is sent as it stands, empty: the API says so at its field.

function moved(kind: Move, { actingBody }: Acting, typed: TypedAct) {
  const { term = '', act = '', actDate = '', knownOn = '', newEnd, newCutOff, from, to, opens } = typed;
  const said = {
    ...(typed.unsure === 'yes' ? { unsure: true as const } : {}),
    ...(typed.keepsSent === 'yes' ? { keepsSent: true as const } : {}),
  };
  return {
    actingBody,
    kind,
    term,
    act,
    actDate,
    knownOn,
    newEnd,
    newCutOff,
    from: opens ?? from,
    to,
    ...said,
  };
}

function exhausted({ actingBody }: Acting, { act = '', actDate = '', knownOn = '' }: TypedAct) {
  return { actingBody, act, actDate, knownOn };
}

function reasoned({ actingBody }: Acting, { reason = '' }: TypedAct) {
  return { actingBody, reason };
}

/** Who may do it, in whose name; nothing where the act is not possible now. */
export function actingFor({ may }: Pick<CallPage, 'may'>, act: Act): Acting | undefined {
  if (isMove(act)) return may.amend;
  return { fundsExhausted: may.exhaust, fundsAgain: may.refund, withdrawal: may.withdraw }[act];
}
