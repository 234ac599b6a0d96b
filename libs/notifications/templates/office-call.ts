import { paragraph, strong } from '../content/blocks.js';
import { day } from '../content/italian.js';
import type { MailView, OfficeCallItem } from '../mail-view.js';
import { type Template, titleOf } from './template.js';
import { ahead } from './work-by.js';

/** No more mail: somebody must be telephoned. */
export const officeCall: Template<OfficeCallItem> = {
  subject: (item, view) => {
    const by = ahead(item.workBy, view);
    const end = by === undefined ? '' : ` entro ${day(by, view.now)}`;
    const whom = item.whom?.name ?? 'il Comune';
    return [
      `${titleOf(item)}: chiamare ${whom}${end}`,
      `${titleOf(item)}: chiamare ${whom}`,
      `${titleOf(item)}: una telefonata`,
    ];
  },
  body: (item, view) => [paragraph(`${because(item)} `, strong(`Chiama ${whom(item)}.`), dates(item, view))],
  button: () => 'Apri la candidatura',
  answers: false,
};

function because({ why, what, whom: person }: OfficeCallItem): string {
  const name = person?.name ?? 'chi se ne occupa';
  const thing = what === undefined ? '' : ` (${what})`;
  switch (why) {
    case 'unanswered':
      return `i promemoria non hanno avuto risposta${thing}.`;
    case 'late':
      return `il termine è noto solo da oggi: un'e-mail può non bastare${thing}.`;
    case 'silence':
      return `nessuna risposta entro il termine${thing}: è registrata come silenzio, non come un no.`;
    case 'talk':
      return `il Comune ha risposto «Parliamone»${thing}: aspetta una telefonata.`;
    case 'funds':
      return `i fondi dell'avviso risultano esauriti${thing}: decidete insieme se andare avanti o fermarvi.`;
    case 'cannot':
      return `${name} ha risposto «Non ci riesco, chiamatemi»${thing}.`;
    case 'notMine':
      return `${name} ha risposto «Non tocca a me»${thing}: serve il nome giusto.`;
    default:
      return why satisfies never;
  }
}

/** "Giulia Riviello, referente: 0973 111" */
export function whom({ comune, whom: person }: Pick<OfficeCallItem, 'comune' | 'whom'>): string {
  if (person === undefined) return `il Comune di ${comune}`;
  const role = person.role === undefined ? '' : `, ${person.role}`;
  return `${person.name}${role}${person.phone === undefined ? '' : `: ${person.phone}`}`;
}

function dates(item: OfficeCallItem, view: MailView): string {
  const by = ahead(item.workBy, view);
  const end = ahead(item.end, view);
  if (by === undefined) return end === undefined ? '' : ` Il termine ufficiale è ${day(end, view.now)}.`;
  return ` Entro ${day(by, view.now)}${end === undefined || end === by ? '' : ` (ufficiale: ${day(end, view.now)})`}.`;
}
