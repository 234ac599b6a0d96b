import {
  addDays,
  epochMs,
  instantAt,
  isoInstant,
  type LocalDate,
  localAt,
} from '#domain/calendar/local-date.js';
import { addWorkingDays, isWorkingDay } from '#domain/calendar/working-day.js';
import { atOnce, minutesOf, OFFICE_HOURS, type WallMoment } from './hours.js';
import type { MessageDecision } from './message.js';
import type { Pressing } from './message-kinds.js';

/** A message that waits for its e-mail. */
export type PendingMessage = { id: string; body?: object } & Pick<
  MessageDecision,
  'kind' | 'deliverAt' | 'digest' | 'term'
>;

/** The digest of the union's officers; what must go at once and finds the night or a Sunday goes with it. */
const OFFICE_MORNING = '07:45';
const MORNING = '08:00';
const MAYOR_HOURS = [MORNING, '13:00'] as const;

/** Officers get one digest at 7:45, mayors one at 8:00 or 13:00, all others one at 8:00. */
export interface Hours {
  officer: boolean;
  mayor: boolean;
  /** The person's office is closed that day; weekends and holidays come by themselves. */
  isClosed?: (date: LocalDate) => boolean;
}

/** The next e-mail to one person: when, with which messages, and the name it has for ever. */
export interface Delivery {
  at: string;
  messages: string[];
  /**
   * `2027-03-26T08:00` for a digest, `2027-03-26T09:41.{message}` for what goes alone, `2027-03-26T19:00.last.{message}`
   * for what its digest would bring too late. The Message-ID is made from
   * person and slot, so the name must be the same however late or often the sending is tried.
   */
  slot: string;
}

/**
 * A digest whose hour has passed waits this long for what is decided in the same moment: a secretary of three comuni
 * gets one e-mail about a call launched for nine, not one today and one tomorrow.
 */
const GATHER_MS = 2 * 60_000;

/** Mayors are written to at their two hours only; a worker that wakes a little late still meets them. */
const MAYOR_WINDOW_MS = 15 * 60_000;

/** How far ahead a slot is looked for: over the longest closure of an office, with room. */
const HORIZON_DAYS = 60;

/** With so few days left before a peremptory work-by date, people are told on any day, from 7 to 21. */
const ANY_DAY_WITHIN = 3;

interface Slot {
  name: string;
  date: LocalDate;
  opens: number;
  closes: number;
  /** A second or third e-mail of the day, for the last two days of a peremptory term only. */
  extra: boolean;
}

/**
 * When a person is written to next. One digest a day over all comuni and roles; a second in the last two days of a
 * peremptory term (8, 12 and 16 on the last) with what concerns that term only; confirmations alone and at once, at
 * any hour; what else goes alone keeps to the hours of the office, and what changes whose turn it is to the person's own.
 * @param sent names of the slots already used for this person, today's at least
 * @param now milliseconds since the epoch
 */
export function nextDelivery(
  to: Hours,
  pending: readonly PendingMessage[],
  sent: readonly string[],
  now: number,
): Delivery | undefined {
  const alone = pending.flatMap((message) =>
    timed(message, message.digest ? undefined : aloneAt(to, message, now)),
  );
  const last = pending.flatMap((message) => timed(message, lastChance(to, message, sent, now)));
  const apart = new Set([...alone, ...last].map(({ message }) => message.id));
  const gathered = pending.filter(({ id }) => !apart.has(id));
  const digest = nextDigest(to, gathered, sent, now);
  const all = [nextAlone(alone), together(last), digest].filter((each) => each !== undefined);
  return all.toSorted((a, b) => epochMs(a.at) - epochMs(b.at))[0];
}

interface Timed {
  message: PendingMessage;
  at: number;
}

function timed(message: PendingMessage, at: number | undefined): Timed[] {
  return at === undefined ? [] : [{ message, at }];
}

/** What would be too late with its digest goes in one e-mail, by the name of its first thing. */
function together(last: readonly Timed[]): Delivery | undefined {
  const first = nextAlone(last, LAST);
  if (first === undefined) return undefined;
  const at = Math.min(...last.map((each) => each.at));
  const ready = last.filter((each) => each.at === at);
  return { ...first, messages: ready.map(({ message }) => message.id).toSorted() };
}

/** In the name of what goes apart as the last chance. */
const LAST = '.last.';

function nextAlone(alone: readonly Timed[], apart = '.'): Delivery | undefined {
  const [first] = alone.toSorted((a, b) => a.at - b.at || inOrder(a.message, b.message));
  if (first === undefined) return undefined;
  const { message, at } = first;
  const { date, time } = localAt(epochMs(message.deliverAt));
  return {
    at: isoInstant(at),
    messages: [message.id],
    slot: `${date}T${time.slice(0, 5)}${apart}${message.id}`,
  };
}

/**
 * What its digest would bring after a peremptory end goes apart while it is day, also on a Saturday or a Sunday: the worker
 * stood still, or a date was put right after the digest of the day. Nothing where even that is too late, and no fourth
 * e-mail of a last day.
 */
function lastChance(
  to: Hours,
  message: PendingMessage,
  sent: readonly string[],
  now: number,
): number | undefined {
  const { term } = message;
  if (!message.digest || term?.peremptory !== true) return undefined;
  if (isFull(localAt(epochMs(message.deliverAt)).date, sent)) return undefined;
  const end = epochMs(instantAt(term.end, term.cutOff ?? '23:59'));
  const due = Math.max(epochMs(message.deliverAt), now);
  if (due > end) return undefined;
  const digest = nextDigest(to, [message], sent, now);
  if (digest !== undefined && epochMs(digest.at) <= end) return undefined;
  const { date, time } = localAt(due);
  const open = atOnce({ date, time: time.slice(0, 5) }, to.isClosed ?? (() => false), true);
  const at = Math.max(due, epochMs(instantAt(open.date, open.time)));
  if (at > end) return undefined;
  // What is decided in the same moment goes with it.
  const gathered = Math.min(epochMs(message.deliverAt) + GATHER_MS, end);
  return at > due ? at : Math.max(at, gathered);
}

/** So many e-mails at most belong to a day, digests and last chances; confirmations and news count by themselves. */
const MOST_A_DAY = 3;

function isFull(day: LocalDate, sent: readonly string[]): boolean {
  const own = sent.filter((slot) => slot.startsWith(day) && (isDigest(slot) || slot.includes(LAST)));
  return own.length >= MOST_A_DAY;
}

/** As they were decided, which stays the same however late the sending is tried. */
function inOrder(a: PendingMessage, b: PendingMessage): number {
  return epochMs(a.deliverAt) - epochMs(b.deliverAt) || a.id.localeCompare(b.id);
}

/** When a message may leave alone; nothing when the officer's next digest comes first and takes it along. */
function aloneAt(to: Hours, message: PendingMessage, now: number): number | undefined {
  const due = Math.max(epochMs(message.deliverAt), now);
  if (message.kind === 'documentFiled') return due;
  const { date, time } = localAt(due);
  const { term } = message;
  const presses = pressesIn(message);
  const workBy = presses ?? (term?.peremptory === true ? term.safeEnd : undefined);
  const lastDays = workBy !== undefined && addDays(date, ANY_DAY_WITHIN) >= workBy;
  const isClosed = to.isClosed ?? (() => false);
  const first = atOnce({ date, time: time.slice(0, 5) }, isClosed, lastDays);
  const keepsHours = presses !== undefined && !lastDays;
  const open = keepsHours && to.mayor ? mayorHour(first, isClosed) : first;
  const at = Math.max(due, epochMs(instantAt(open.date, open.time)));
  // A Saturday may come first on which people are told on any day: planned on the evening before as on the day itself.
  const soon = workBy === undefined || lastDays ? undefined : lastDaysOpen(workBy);
  if (soon !== undefined && soon > due && soon < at) return soon;
  const morning = epochMs(instantAt(open.date, OFFICE_MORNING));
  if (to.officer && at > due && due <= morning) return undefined;
  // Of the night, it goes with the morning's digest.
  return keepsHours && at > due && open.time === MORNING ? undefined : at;
}

/** The first hour from which people are told on any day, so near is the day to work by. */
function lastDaysOpen(workBy: LocalDate): number {
  const { date, time } = atOnce({ date: addDays(workBy, -ANY_DAY_WITHIN), time: '00:00' }, () => true, true);
  return epochMs(instantAt(date, time));
}

/** The day to work by of what changes whose turn it is shortly before it. */
function pressesIn({ body }: PendingMessage): LocalDate | undefined {
  const { presses } = (body ?? {}) as Pressing;
  return presses;
}

/** The next of the mayor's hours. */
function mayorHour({ date, time }: WallMoment, isClosed: (date: LocalDate) => boolean): WallMoment {
  const hour = MAYOR_HOURS.find((each) => minutesOf(time) <= minutesOf(each) + MAYOR_WINDOW_MS / 60_000);
  if (hour !== undefined) return { date, time: time > hour ? time : hour };
  return atOnce({ date: addDays(date, 1), time: MORNING }, isClosed, false);
}

function nextDigest(
  to: Hours,
  pending: readonly PendingMessage[],
  sent: readonly string[],
  now: number,
): Delivery | undefined {
  const first = Math.min(...pending.map((each) => epochMs(each.deliverAt)));
  if (!Number.isFinite(first)) return undefined;
  const today = localAt(Math.max(first, now)).date;
  for (let n = 0; n < HORIZON_DAYS; n += 1) {
    const date = addDays(today, n);
    if (!isWorkingDay(date) || to.isClosed?.(date) === true) continue;
    for (const slot of slotsOf(to, date, pending, sent)) {
      const delivery = deliveryIn(slot, pending, now);
      if (delivery !== undefined) return delivery;
    }
  }
  return undefined;
}

/** What can go in a slot; it stays open until the next one, so that a late start of the worker loses nothing. */
function deliveryIn(slot: Slot, pending: readonly PendingMessage[], now: number): Delivery | undefined {
  const mayGo = pending.filter((each) => !slot.extra || isUrgent(each, slot.date));
  const due = mayGo.filter((each) => epochMs(each.deliverAt) < slot.closes);
  if (due.length === 0 || now >= slot.closes) return undefined;
  const earliest = Math.min(...due.map((each) => epochMs(each.deliverAt)));
  const at = Math.max(slot.opens, earliest <= slot.opens ? now : Math.max(earliest + GATHER_MS, now));
  if (at >= slot.closes) return undefined;
  const ready = due.filter((each) => epochMs(each.deliverAt) <= at);
  return { at: isoInstant(at), messages: ready.map((each) => each.id).toSorted(), slot: slot.name };
}

/** The slots of a day that are still free, in order. */
function slotsOf(
  to: Hours,
  date: LocalDate,
  pending: readonly PendingMessage[],
  sent: readonly string[],
): Slot[] {
  const urgent = pending.filter((each) => isUrgent(each, date));
  const lastDay = urgent.some((each) => each.term?.safeEnd === date);
  const hours = hoursOn(to, urgent.length > 0, lastDay);
  const closing = epochMs(instantAt(date, OFFICE_HOURS.to));
  const used = sent.filter((name) => isDigest(name) && name.startsWith(date));
  const slots = hours.map((time, n): Slot => {
    const next = hours[n + 1];
    const opens = epochMs(instantAt(date, time));
    const until = next === undefined ? closing : epochMs(instantAt(date, next));
    const closes = to.mayor && urgent.length === 0 ? opens + MAYOR_WINDOW_MS : until;
    return { name: `${date}T${time}`, date, opens, closes, extra: used.length > 0 };
  });
  const latestUsed = used.toSorted().at(-1) ?? '';
  const free = slots.filter((slot) => slot.name > latestUsed);
  return urgent.length > 0 || used.length === 0 ? free : [];
}

/** By its name: what goes alone has the message's id in it. */
function isDigest(slot: string): boolean {
  return /^.{10}T\d\d:\d\d$/.test(slot);
}

function hoursOn(to: Hours, urgent: boolean, lastDay: boolean): string[] {
  if (to.mayor) return [...MAYOR_HOURS];
  const first = to.officer ? OFFICE_MORNING : MORNING;
  if (lastDay) return [first, '12:00', '16:00'];
  return urgent ? [first, '13:00'] : [first];
}

/** About a peremptory term on its work-by date or the working day before it. */
function isUrgent({ term }: PendingMessage, date: LocalDate): boolean {
  if (term?.peremptory !== true) return false;
  return date === term.safeEnd || date === addWorkingDays(term.safeEnd, -1);
}
