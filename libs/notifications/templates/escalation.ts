import { daysBetween } from '#domain/calendar/local-date.js';
import { euroInWords } from '#domain/money/money.js';
import { type Block, type Inline, paragraph, strong } from '../content/blocks.js';
import { atHour } from '#domain/calendar/words.js';
import { inSentence, joined } from '#domain/italian/sentence.js';
import { day, named, nearDay } from '../content/italian.js';
import type { EscalationItem, MailView } from '../mail-view.js';
import { say, type Template, titleOf } from './template.js';
import { isPast, until } from './work-by.js';

/** To the next person, after the one before was told: who can do it? A name is enough. */
export const escalation: Template<EscalationItem> = {
  subject: (item, view) => {
    const title = titleOf(item);
    const end =
      item.workBy === view.now
        ? ` entro oggi${item.answerBy === undefined ? '' : ` ${atHour(item.answerBy)}`}`
        : until(item, view);
    const asked =
      item.topic === 'approval'
        ? `serve il ${say(view, 'tuo', 'Suo')} via libera`
        : `serve una ${say(view, 'tua', 'Sua')} decisione`;
    return [`${title}: ${asked}${end}`, `${title}: ${asked}`];
  },
  body: (item, view) => [
    paragraph(...situation(item, view)),
    paragraph(item.why === undefined ? undefined : `${item.why} `, ...request(item, view)),
    ...(item.topic === 'approval' ? [] : choices(item, view)),
    ...(item.announced === undefined
      ? []
      : [paragraph(`Ne abbiamo parlato ${whenTold(item.announced.on, view)} con ${item.announced.with}.`)]),
  ],
  button: (item) => (item.topic === 'approval' ? 'Vedi il documento e rispondi' : 'Vedi che cosa manca'),
  answers: false,
};

function situation(item: EscalationItem, view: MailView): Inline[] {
  const lacking = lackingIn(item);
  const word = item.amountWord === undefined ? '' : ` già ${item.amountWord}`;
  const money = item.amountCents === undefined ? undefined : euroInWords(item.amountCents);
  if (money !== undefined && item.peremptory) {
    return [`${item.comune} può perdere `, strong(money), `${word}: ${lacking}`, ...deadline(item, view)];
  }
  const stake =
    money === undefined || item.topic === 'approval' ? '' : ` Il finanziamento è di ${money}${word}.`;
  return [`per ${item.comune} (${item.call}) ${lacking}`, ...deadline(item, view), stake];
}

/** "manca il CUP", "manca ancora la domanda firmata", "mancano ancora: domanda e schermate" */
function lackingIn({ topic, missing }: EscalationItem): string {
  if (topic === 'cup') return 'manca il CUP';
  const labels = missing.map((each) => each.label);
  if (topic === 'approval') return `manca il via libera: ${joined(labels.map(inSentence))}`;
  if (labels.length === 0) return 'manca ancora un passo';
  return `${labels.length === 1 ? 'manca' : 'mancano'} ancora${named(labels)}`;
}

/** Continues the sentence on what is missing. */
function deadline(item: EscalationItem, view: MailView): Inline[] {
  const end = item.end === undefined ? '' : ` (${day(item.end, view.now)})`;
  if (item.end !== undefined && item.end < view.now) return [` e il termine è passato${end}.`];
  if (item.workBy === view.now) return [` e oggi è l'ultimo giorno lavorativo prima del termine${end}.`];
  if (isPast(item, view)) return [` e il termine è vicino${end}.`];
  const official =
    item.end === undefined || item.end === item.workBy
      ? ''
      : ` Il termine ufficiale è ${day(item.end, view.now)}.`;
  const needed = item.topic === 'approval' ? 'Serve entro ' : 'Va fatto entro ';
  return [`. ${needed}`, strong(nearDay(item.workBy, view.now)), `.${official}`];
}

function request(item: EscalationItem, view: MailView): Inline[] {
  if (item.topic === 'approval') {
    return [say(view, 'Puoi darlo tu', 'Può darlo Lei'), ', al posto di chi non ha ancora risposto?'];
  }
  const today = item.workBy === view.now ? ' oggi' : '';
  const press = item.answers === undefined || view.links === undefined ? '.' : ', oppure premere:';
  const ask = say(view, 'Puoi dirci ', 'Può indicarci ');
  const act = item.topic === 'cup' ? 'chiederlo' : 'occuparsene';
  return [ask, strong('chi'), ` può ${act}${today}? Basta rispondere con un nome${press}`];
}

function choices(item: EscalationItem, view: MailView): Block[] {
  const after = `La persona indicata riceve subito le istruzioni. Siamo al telefono fino alle 18: ${view.office.phone}.`;
  if (item.answers === undefined || view.links === undefined) return [paragraph(after)];
  const { secretary, other, call } = item.answers;
  const another = { label: "Se ne occupa un'altra persona", href: other };
  const phone = { label: 'Chiamatemi', href: call };
  return secretary === undefined
    ? [{ kind: 'button', ...another }, { kind: 'answers', links: [phone] }, paragraph(after)]
    : [
        { kind: 'button', label: 'Se ne occupa il segretario', href: secretary },
        { kind: 'answers', links: [another, phone] },
        paragraph(after),
      ];
}

function whenTold(on: EscalationItem['workBy'], view: MailView): string {
  const ago = daysBetween(on, view.now);
  return ago === 0 ? 'oggi' : ago === 1 ? 'ieri' : day(on, view.now);
}
