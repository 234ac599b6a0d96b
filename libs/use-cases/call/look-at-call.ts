import { Injectable } from '@nestjs/common';
import { fixedTerm } from '#domain/call/call-terms.js';
import { epochMs, isoInstant } from '#domain/calendar/local-date.js';
import { momentInWords } from '#domain/calendar/words.js';
import { Clock, type ClockReading } from '../clock.js';
import { CallWatch, type WatchedCall } from '../ports/call-watch.js';

/** Where a call stands as a whole: how many applications live, and when its next end comes. */
export interface CallNow {
  ended: boolean;
  /** In Italian, without names: "SEND: candidature in corso 7, concluse 1." */
  sentence: string;
  /** Milliseconds until the next end that the call itself fixes; absent when none is to come. */
  waitMs?: number;
  /** Real instant of that end, which names the timer. */
  timer?: string;
  on?: string;
}

/** What the process of a call asks: whether it goes on, and until when it may rest. */
@Injectable()
export class LookAtCall {
  constructor(
    private readonly calls: CallWatch,
    private readonly clock: Clock,
  ) {}

  async run(call: string): Promise<CallNow> {
    return callNow(await this.calls.read(call), await this.clock.read());
  }
}

/** A call has ended with its last application; one without applications goes on. */
export function callNow(
  { definition, facts, live, ended }: WatchedCall,
  { now, offsetMs }: ClockReading,
): CallNow {
  const [next] = definition.terms
    .flatMap((term) => fixedTerm(definition, term, facts) ?? [])
    .filter((term) => epochMs(term.instant) > now)
    .toSorted((a, b) => a.instant.localeCompare(b.instant));
  const close =
    next === undefined
      ? ''
      : ` Chiude ${momentInWords({ date: next.end, time: next.cutOff }, { year: true })}.`;
  return {
    ended: live === 0 && ended > 0,
    sentence: `${definition.shortTitle}: candidature in corso ${live}, concluse ${ended}.${close}`,
    ...(next === undefined
      ? {}
      : {
          waitMs: epochMs(next.instant) - now,
          timer: isoInstant(epochMs(next.instant) - offsetMs),
          on: next.end,
        }),
  };
}
