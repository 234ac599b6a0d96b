import type { NextWhat } from '#domain/application/decide/decide.js';
import type { WaitKind } from '#domain/call/definition.js';

/** When to look again: `timer` names the moment, so that a timer already running for it is kept. */
export interface Alarm {
  waitMs?: number;
  timer?: string;
  what?: NextWhat['kind'] | 'files' | 'tell';
  /** Day of what comes next, in Rome. */
  on?: string;
}

/** Where an application stands, in codes and in a sentence without names. */
export interface Standing extends Alarm {
  kind: WaitKind;
  stage: string;
  round: number;
  label: string;
  sentence: string;
}

/** Where a call stands. */
export interface CallStanding extends Alarm {
  ended: boolean;
  sentence: string;
}

/** What comes next for a person's post; none while nothing is pending. */
export interface PostStanding extends Alarm {
  slot?: string;
}

/** Activities of the queue `capofila`; run as local activities, each is one transaction of `record`. */
export interface CaseActivities {
  advance(application: string): Promise<Standing>;
  lookAtCall(call: string): Promise<CallStanding>;
}

/** Activities of the queue `post`. */
export interface PostActivities {
  lookAtPost(person: string): Promise<PostStanding>;
  /** Sends what is due in one mail; a failure that may pass is thrown, to be retried. */
  deliver(person: string, slot: string): Promise<void>;
  giveUp(person: string, slot: string): Promise<void>;
}

/** What comes next for the stored files of a union; without a wait where this worker has none to look after. */
export interface FilesStanding extends Alarm {
  /** To be done now. */
  now?: 'read' | 'tell';
  sentence: string;
}

/** Activities of the queue `capofila`: the look is a local one, the others are long. */
export interface FilesActivities {
  lookAtFiles(union: string): Promise<FilesStanding>;
  readFiles(union: string): Promise<void>;
  tellOfFiles(union: string): Promise<void>;
}
