import type { Act } from './life.js';
import { PDND, pdndStory } from './pdnd-story.js';
import { SEND, SEND_LAUNCHED, sendStory } from './send-story.js';
import type { Hour } from './teller.js';

/** The calls of the story, in `data/demo/calls`. */
export const STORY_CALLS = [SEND, PDND] as const;

export const STORY_BEGINS = SEND_LAUNCHED;

/** The demo opens at this hour. */
export const STORY_ENDS: Hour = ['2027-03-26', '08:05'];

/** Everything that people do, in order. @param killAddress makes the demo's mail server refuse an address. */
export function story(killAddress: (address: string) => Promise<void>): Act[] {
  const acts = [...sendStory(killAddress), ...pdndStory()];
  return acts.toSorted((a, b) => a.at.join(' ').localeCompare(b.at.join(' ')));
}
