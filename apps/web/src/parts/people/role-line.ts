import { roleInWords } from '#domain/people/role-words.js';
import { withArticle } from '../../ui/dates.js';
import { words } from '../../words/index.js';
import type { HeldHere } from './of-body.js';

const say = words.people;

/** "Sindaco dal 13 giugno 2022, fino al 31 maggio 2027" */
export function roleLine({ role, application, from, to, state }: HeldHere, on: string): string {
  const parts = [`${roleInWords(role)}${application === undefined ? '' : ` ${say.ofApplication}`}`];
  if (state === 'future') parts.push(say.future(withArticle('il', from, on)));
  else parts.push(withArticle('dal', from, on));
  if (to !== undefined) {
    if (state === 'continued') parts.push(say.continued(withArticle('il', to, on)));
    else if (state === 'past') parts.push(say.past(withArticle('il', to, on)));
    else parts.push(say.until(withArticle('al', to, on)));
  }
  return parts.join(', ');
}
