import { toldSentence } from './case-preview.js';

test.each([
  [
    { oldEnd: '2027-03-28', newEnd: '2027-03-30' },
    /^aveva ricevuto domenica 28 marzo 2027, riceverà martedì 30/,
  ],
  [{ oldEnd: '2027-03-28' }, /^aveva ricevuto domenica 28 marzo 2027: saprà che questo termine non c’è\.$/],
  [{ news: 'withdrawn' }, /^aveva ricevuto un’e-mail: saprà che l’avviso è ritirato\.$/],
])('what somebody is told of %j continues their name', (params, sentence) => {
  expect(toldSentence(params)).toMatch(sentence);
});
