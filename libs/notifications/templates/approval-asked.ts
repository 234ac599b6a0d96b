import { paragraph, strong } from '../content/blocks.js';
import { day } from '../content/italian.js';
import type { ApprovalAskedItem } from '../mail-view.js';
import { announcement } from './announcement.js';
import { type Template, titleOf } from './template.js';
import { ahead } from './work-by.js';

/** Asks for a "via libera", which is not a digital signature. */
export const approvalAsked: Template<ApprovalAskedItem> = {
  subject: (item, view) => {
    const title = `${titleOf(item)}: serve il ${view.to.formal ? 'Suo' : 'tuo'} via libera`;
    const by = ahead(item.workBy, view);
    return [...(by === undefined ? [] : [`${title} entro ${day(by, view.now)}`]), title];
  },
  body: (item, view) => {
    const { formal } = view.to;
    const by = ahead(item.workBy, view);
    const again = item.tone === 1 ? 'serve' : 'manca ancora';
    return [
      paragraph(
        `per ${item.comune} (${item.call}) ${again} il ${formal ? 'Suo' : 'tuo'} via libera: `,
        strong(item.what),
        '.',
      ),
      paragraph(
        formal
          ? 'Guardi prima il documento, poi scelga: via libera, rimandare indietro con il motivo, oppure «Non decido io».'
          : 'Guarda prima il documento, poi scegli: via libera, rimandare indietro con il motivo, oppure «Non decido io».',
        ' Non è una firma digitale.',
      ),
      ...(by === undefined ? [] : [paragraph('Entro ', strong(day(by, view.now)), '.')]),
      ...announcement(item, view),
    ];
  },
  button: () => 'Vedi il documento e rispondi',
  answers: true,
};
