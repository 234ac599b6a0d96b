import { setImmediate as afterOthers } from 'node:timers/promises';

/**
 * Where long reckonings stand in line: one goes on at a time, a moment at once, and between two moments whoever else asks
 * something is served. Many at once make each other wait, and nobody else.
 */
export class Unhurried {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(reckoning: Generator<unknown, T>): Promise<T> {
    const mine = this.last.then(() => toItsEnd(reckoning));
    this.last = mine.catch(() => undefined);
    return mine;
  }
}

async function toItsEnd<T>(reckoning: Generator<unknown, T>): Promise<T> {
  for (let step = reckoning.next(); ; step = reckoning.next()) {
    if (step.done === true) return step.value;
    await afterOthers();
  }
}

/** Of everything that looks ahead for a preview. */
export const previews = new Unhurried();
/** Of pages, which are opened all day and do not stand behind previews. */
export const pages = new Unhurried();
