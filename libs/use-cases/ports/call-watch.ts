/** Where a call stands as a whole: how many applications live, and when its next end comes. */
export interface CallNow {
  ended: boolean;
  /** In Italian, without names: "7 candidature in corso, 1 conclusa". */
  sentence: string;
  waitMs?: number;
  timer?: string;
  on?: string;
}

export abstract class CallWatch {
  abstract standing(call: string): Promise<CallNow>;
}
