import { readFileSync } from 'node:fs';
import TestSequencer from '@jest/test-sequencer';

/** Seconds that a file takes which never ran here, by its folder. */
const GUESS = { browser: 40, replay: 30, faults: 25, workflows: 20, e2e: 10, integration: 5 };

/** While the first file that needs the story tells it, the other worker has so many seconds of something else to do. */
const TELLING = 60;

/**
 * The slowest first, as it was the last time, so that no worker is left with a long one at the end; and the story is
 * told once, by the first file that needs it, while nobody waits for it.
 */
export default class SlowestFirst extends TestSequencer {
  sort(tests) {
    const ordered = tests.toSorted((a, b) => this.seconds(b) - this.seconds(a));
    const [teller, ...readers] = ordered.filter(needsStory);
    if (readers.length === 0) return ordered;
    const others = ordered.filter((test) => !needsStory(test));
    const meanwhile = [];
    for (let left = TELLING; left > 0 && others.length > 0; left -= this.seconds(meanwhile.at(-1))) {
      meanwhile.push(others.shift());
    }
    const rest = ordered.filter((test) => test !== teller && !meanwhile.includes(test));
    return [teller, ...meanwhile, ...rest];
  }

  seconds(test) {
    const ms = this.time(test);
    return ms === undefined ? (GUESS[/\/test\/(\w+)\//.exec(test.path)?.[1]] ?? 1) : ms / 1000;
  }
}

function needsStory({ path }) {
  return /\b(?:run|copy)Story\(|bench\/main/.test(readFileSync(path, 'utf8'));
}
