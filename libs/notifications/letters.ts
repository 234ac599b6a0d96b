import { isOfficeRole } from '#domain/people/role.js';
import { type Letter, LetterWriter, type WrittenLetter } from '#use-cases/ports/letter-writer.js';
import { deskOf } from './letter-desk.js';
import { itemOf } from './letter-items.js';
import type { MailView } from './mail-view.js';
import { render } from './render.js';

/** Turns what was decided into words: finds the facts each template asks for, then renders. */
export class Letters extends LetterWriter {
  override write(letter: Letter): WrittenLetter {
    const { to, pages, answers } = letter;
    const officer = to.roles.some(isOfficeRole);
    const formal =
      !officer && to.roles.some((role) => role === 'legalRepresentative' || role === 'secretary');
    const items = letter.items.map((item) => itemOf(item, letter.now, pages));
    const [first, ...rest] = items;
    if (first === undefined) throw new Error('a letter has at least one item');
    const view: MailView = {
      to: { name: to.name, greetingName: greetingName(letter, formal), formal, officer },
      office: letter.office,
      items: [first, ...rest],
      now: letter.now,
      ...(pages === undefined ? {} : { links: { base: pages } }),
      ...(answers === undefined ? {} : { quickAnswers: quickAnswers(answers) }),
      ...(letter.replaces === true ? { replaces: true } : {}),
      ...(officer ? { chainHeads: chainHeads(letter) } : {}),
      ...(officer && letter.desk !== undefined ? { desk: deskOf(letter.desk, letter) } : {}),
    };
    return render(view);
  }
}

function greetingName({ to }: Letter, formal: boolean): string {
  if (!formal) return to.name.split(' ')[0] ?? to.name;
  return to.roles.includes('legalRepresentative') ? 'Sindaco' : to.name;
}

function quickAnswers(address: string): MailView['quickAnswers'] {
  const page = (answer: string) => `${address}?risposta=${answer}`;
  return { done: page('fatto'), cannot: page('chiamatemi'), notMine: page('non-mio') };
}

function chainHeads({ items }: Letter): MailView['chainHeads'] {
  const heads = new Map(items.map(({ number, chainHead }) => [number, chainHead]));
  return [...heads]
    .map(([number, head]) => ({ number, head }))
    .toSorted((a, b) => a.number.localeCompare(b.number));
}
