import { type Block, paragraph, strong } from '../content/blocks.js';
import { of, theAct, theDay } from '#domain/italian/article.js';
import { daysInWords } from '#domain/term/gap.js';
import { day, dayOfMonth } from '../content/italian.js';
import type { CallNewsItem, MailView } from '../mail-view.js';
import { say, type Template, titleOf } from './template.js';
import { until, workBy } from './work-by.js';

/** The call itself has changed: withdrawn, without money, with money again. Nobody is asked for work. */
export const callNews: Template<CallNewsItem> = {
  subject: (item, view) => {
    const what = {
      withdrawn: 'avviso ritirato, niente da fare',
      fundsExhausted: "fondi dell'avviso esauriti",
      fundsAgain: 'ci sono di nuovo fondi',
      sendAgain: `va inviata di nuovo${item.dates === undefined ? '' : until(item.dates, view)}`,
    }[item.news];
    return [`${titleOf(item)}: ${what}`, `${item.comune}: ${what}`];
  },
  body: (item, view) => {
    switch (item.news) {
      case 'withdrawn':
        return [
          paragraph(
            `l'Unione ha ritirato l'avviso «${item.callTitle}», avviato per errore. `,
            strong(`${item.comune} non deve fare niente`),
            ': la candidatura è chiusa e non scriviamo più per questo avviso.',
          ),
          paragraph(say(view, 'Scusaci per il disturbo.', 'Ci scusi per il disturbo.')),
        ];
      case 'fundsExhausted':
        return exhausted(item, view);
      case 'fundsAgain':
        return [
          paragraph(
            `per l'avviso «${item.callTitle}» `,
            strong('i fondi non risultano più esauriti'),
            `: ${item.comune} può andare avanti, e i promemoria riprendono.`,
          ),
        ];
      case 'sendAgain':
        return sentInVain(item, view);
      default:
        return item.news satisfies never;
    }
  },
  button: (item) => (item.news === 'withdrawn' ? 'Vedi la candidatura' : 'Vedi a che punto è'),
  answers: false,
};

function sentInVain(
  { call, comune, closed, end, dates, act, unsure }: CallNewsItem,
  view: MailView,
): Block[] {
  const days = closed === undefined ? '' : ` (${daysInWords(closed)})`;
  const by = end === undefined || dates !== undefined ? '' : ` entro ${day(end, view.now)}`;
  return [
    paragraph(
      `la candidatura di ${comune} risulta inviata quando l'avviso ${call} era chiuso${days}. `,
      strong(`Va inviata di nuovo sulla piattaforma${by}`),
      unsure === true
        ? '. La data dell’atto è ancora da confermare: l’ufficio vi dice se serve davvero.'
        : act === undefined
          ? '.'
          : `, salvo che ${theAct(act)} tenga valido l'invio già fatto.`,
    ),
    ...(dates === undefined
      ? []
      : [
          paragraph(
            ...workBy(dates, view),
            say(
              view,
              ' Poi registra qui la ricevuta del nuovo invio.',
              ' Poi va registrata qui la ricevuta del nuovo invio.',
            ),
          ),
        ]),
  ];
}

function exhausted(item: CallNewsItem, view: MailView): Block[] {
  const said =
    item.act === undefined || item.on === undefined
      ? ''
      : ` Lo dice ${theAct(item.act)} ${of(theDay(dayOfMonth(item.on, view.now)))}.`;
  return [
    paragraph(
      strong(`i fondi dell'avviso ${item.call} risultano esauriti`),
      ` e la candidatura di ${item.comune} non è ancora inviata.${said}`,
    ),
    paragraph(
      `Prima di lavorarci ancora, sentiamoci: l'ufficio decide con voi se andare avanti. Il termine resta quello di prima; intanto non mandiamo promemoria. ${say(view, 'Ti telefoniamo noi.', 'Le telefoniamo noi.')}`,
    ),
  ];
}
