import { theMany } from '#domain/italian/article.js';
import { euroInWords } from '#domain/money/money.js';
import { type Block, bullets, type Inline, paragraph, strong } from '../content/blocks.js';
import { inSentence, joined } from '#domain/italian/sentence.js';
import { count, day } from '../content/italian.js';
import type { MailView, ReminderItem } from '../mail-view.js';
import { announcement } from './announcement.js';
import { cupWords } from './reminder-cup.js';
import { maintenanceWords } from './reminder-maintenance.js';
import { sampleCheckWords } from './reminder-sample-check.js';
import { say, type Template, titleOf } from './template.js';
import { missingLine, officialEnd, until, workBy } from './work-by.js';

/** A term with something missing: the CUP and the sample check have words of their own. */
export const reminder: Template<ReminderItem> = {
  subject: (item, view) => {
    const title = titleOf(item);
    const end = until(item, view);
    if (item.unlooked !== undefined)
      return [`${title}: ${UNLOOKED[item.unlooked]}${end}`, `${title}: ${UNLOOKED[item.unlooked]}`];
    if (item.topic === 'maintenance') {
      return [`${title}: i servizi sono ancora attivi?`, `${item.comune}: i servizi sono ancora attivi?`];
    }
    if (item.topic === 'sampleCheck') {
      return [`${title}: controllo a campione, documenti${end}`, `${title}: controllo a campione${end}`];
    }
    return [`${title}: ${task(item)}${end}`, `${title}: ${toSend(item)}${end}`, `${title}: ${toSend(item)}`];
  },
  body: (item, view) => {
    if (item.unlooked !== undefined) return unlookedWords(item, view);
    const words =
      item.topic === 'cup'
        ? cupWords(item, view)
        : item.topic === 'sampleCheck'
          ? sampleCheckWords(item, view)
          : item.topic === 'maintenance'
            ? maintenanceWords(item, view)
            : missingWords(item, view);
    return [...words, ...announcement(item, view)];
  },
  button: (item) => {
    const n = item.missing.length;
    if (item.unlooked === 'office') return 'Guarda i documenti';
    if (item.topic === 'cup') return 'Apri la pagina del CUP';
    if (item.topic === 'maintenance') return 'Vedi i servizi';
    if (item.topic === 'sampleCheck' && n > 0)
      return n === 1 ? 'Vedi il documento' : `Vedi ${theMany(`${n}`)} documenti`;
    return n < 2 ? 'Vedi che cosa serve' : `Vedi le ${n} cose`;
  },
  answers: true,
};

const UNLOOKED = { office: 'da controllare', comune: 'si può inviare anche adesso' } as const;

/** All is here and the office has not looked: it must, and the comune need not wait for it. */
function unlookedWords(item: ReminderItem, view: MailView): Block[] {
  const where = `per ${item.comune} (${item.call})`;
  const things = joined(item.missing.map(({ label }) => inSentence(label)));
  if (item.unlooked === 'office') {
    return [paragraph(`${where} c’è da controllare `, strong(things), '.'), paragraph(...workBy(item, view))];
  }
  const official = item.end === undefined ? '' : ` ${officialEnd(item, view)}`;
  return [
    paragraph(`${where} è tutto caricato. L’ufficio ICT non ha ancora guardato `, strong(things), '.'),
    paragraph(
      say(
        view,
        `Puoi inviare lo stesso sulla piattaforma: non serve aspettare il controllo.${official}`,
        `Può inviare lo stesso sulla piattaforma: non serve aspettare il controllo.${official}`,
      ),
    ),
  ];
}

function task(item: ReminderItem): string {
  if (item.action !== undefined) return item.action;
  if (item.topic === 'cup') return 'inserire il CUP';
  const [only] = item.missing;
  return item.missing.length === 1 && only !== undefined ? inSentence(only.label) : toSend(item);
}

function toSend({ missing }: ReminderItem): string {
  return missing.length < 2 ? 'una cosa da fare' : `${missing.length} cose da mandare`;
}

function missingWords(item: ReminderItem, view: MailView): Block[] {
  const [only] = item.missing;
  const listed = item.missing.length > 1 || only?.note !== undefined || only?.from !== undefined;
  return [
    paragraph(...situation(item, listed)),
    ...(listed ? [bullets(item.missing.map((thing) => missingLine(thing, view)))] : []),
    paragraph(...workBy(item, view), room(item), consequence(item)),
    ...askInTime(item, view),
    ...(item.tone === 2 ? [replyWithFile(view)] : []),
  ];
}

/** "manca", never "non hai mandato". */
function situation(item: ReminderItem, listed: boolean): Inline[] {
  const n = item.missing.length;
  const where = `per ${item.comune} (${item.call})`;
  if (n === 0) return [`${where} c'è ancora un passo da fare.`];
  const asked = item.tone === 1 ? ['serve', 'servono'] : ['manca', 'mancano'];
  const number = n === 1 ? `${asked[0]} una cosa` : `${asked[1]} ${count(n)} cose`;
  const what = item.action ?? (listed ? undefined : inSentence(item.missing[0]?.label ?? ''));
  return [
    `${where} ${number}`,
    ...(what === undefined ? [] : [': ', strong(what)]),
    item.tone === 1 ? (listed ? ':' : '.') : '. Tutto il resto è a posto.',
  ];
}

/** Why the date to work by comes so long before the official one. */
function room({ room: left }: ReminderItem): string {
  return left === undefined ? '' : ` Così restano ${left}.`;
}

/** After its end a term can no longer be extended for one body: who asks, asks before. */
function askInTime({ askBy, tone }: ReminderItem, view: MailView): Block[] {
  if (askBy === undefined || askBy < view.now || tone === 1) return [];
  return [
    paragraph(
      `Se non si fa in tempo, la proroga va chiesta prima della fine: entro ${day(askBy, view.now)}, meglio qualche giorno prima. Dopo non si può più chiedere.`,
    ),
  ];
}

/** In euro and without blame, from the third tone on. */
function consequence(item: ReminderItem): string {
  if (item.tone < 3 || item.end === undefined) return '';
  if (item.amountCents === undefined) return item.peremptory ? ' Dopo, il finanziamento si perde.' : '';
  const amount = euroInWords(item.amountCents);
  return item.peremptory
    ? ` Dopo, ${item.comune} perde ${amount}.`
    : ` Dopo quella data ${item.comune} può perdere ${amount}.`;
}

/** People answer reminders with the file attached; that is welcome. */
export function replyWithFile(view: MailView): Block {
  const how = 'anche rispondere a questa e-mail con il file: lo registriamo noi.';
  return paragraph(say(view, `Puoi ${how}`, `Può ${how}`));
}
