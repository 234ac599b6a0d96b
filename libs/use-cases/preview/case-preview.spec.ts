import type { ToldContent } from '#domain/simulation/effect.js';
import { toldSentence } from './case-preview.js';

test.each<[ToldContent, RegExp]>([
  [
    { kind: 'dateCorrected', body: { oldEnd: '2027-03-28', newEnd: '2027-03-30', toldOn: '2027-03-24' } },
    /^aveva ricevuto domenica 28 marzo 2027, riceverà martedì 30/,
  ],
  [
    {
      kind: 'dateCorrected',
      body: { oldEnd: '2027-03-28', gone: 'cupEntry', round: 1, toldOn: '2027-03-24' },
    },
    /^aveva ricevuto domenica 28 marzo 2027: saprà che questo termine non c’è\.$/,
  ],
  [
    { kind: 'callNews', body: { news: 'withdrawn', about: 'fact' } },
    /^aveva ricevuto un’e-mail: saprà che l’avviso è ritirato\.$/,
  ],
])('what somebody is told of %j continues their name', (told, sentence) => {
  expect(toldSentence(told)).toMatch(sentence);
});
