/** Nouns in -e whose gender their ending does not tell. */
const FEMININE = ['reversale', 'fine', 'pec'];

/** Names of bodies and things as sentences need them: "il decreto", "l'esito", "lo Stato", "la Regione Basilicata". */
export function withArticle(name: string): string | undefined {
  const [noun = ''] = name.toLowerCase().split(' ');
  if (/^(?:il|lo|la|i|gli|le|l['’].*)$/.test(noun)) return name;
  if (/^via libera\b/i.test(name)) return `il ${name}`;
  if (/^[aeiou]/.test(noun)) return /[aeo]$/.test(noun) ? `l'${name}` : undefined;
  if (/(?:a|[gsz]ione)$/.test(noun) || FEMININE.includes(noun)) return `la ${name}`;
  if (!noun.endsWith('o')) return undefined;
  return /^(?:z|ps|gn|x|y|s[^aeiou])/.test(noun) ? `lo ${name}` : `il ${name}`;
}

/** "il Comune", "il Dipartimento", "la Regione Basilicata": of a body there is always one. */
export function theBody(name: string): string {
  return withArticle(name) ?? `il ${name}`;
}

/** Acts that people quote with their kind. */
const ACTS = [
  'decreto',
  'provvedimento',
  'comunicato',
  'avviso',
  'atto',
  'ordinanza',
  'determina',
  'determinazione',
  'delibera',
  'nota',
  'comunicazione',
  'pec',
];

/** An act as people quote it, with its article: "il decreto n. 137/2024"; "l'atto «…»" when the word is unknown. */
export function theAct(quoted: string): string {
  const [word = '', ...rest] = quoted.split(' ');
  if (!ACTS.includes(word.toLowerCase())) return `l'atto «${quoted}»`;
  return theBody([word === 'PEC' ? word : word.toLowerCase(), ...rest].join(' '));
}

const ENDINGS: Readonly<Record<string, string>> = {
  il: 'l ',
  lo: 'llo ',
  la: 'lla ',
  i: 'i ',
  gli: 'gli ',
  le: 'lle ',
};

/** A preposition before what has its article already, or has none. */
function joinedTo([alone, joined]: readonly [string, string], who: string): string {
  if (/^l['’]/.test(who)) return `${joined}l${who}`;
  const [article = '', ...rest] = who.split(' ');
  const ending = ENDINGS[article];
  return ending === undefined || rest.length === 0
    ? `${alone} ${who}`
    : `${joined}${ending}${rest.join(' ')}`;
}

/** "dal Dipartimento", "dall'Unione", "da Rivello" */
export function from(who: string): string {
  return joinedTo(['da', 'da'], who);
}

/** "del Comune", "dell'Unione", "di Rivello" */
export function of(who: string): string {
  return joinedTo(['di', 'de'], who);
}

/** "al segretario", "all'ufficio", "a Giulia Riviello", "ad Antonio Conte" */
export function to(who: string): string {
  return joinedTo([/^a/i.test(who) ? 'ad' : 'a', 'a'], who);
}

/** Of a number in digits: "i 23.147 euro", "gli 8 documenti", "gli 11.000 euro". */
export function theMany(number: string): string {
  return /^(8|11(?!\d))/.test(number) ? `gli ${number}` : `i ${number}`;
}

/** Of a day: "il 26 marzo", "l'8 aprile", "l'11 aprile". */
export function theDay(day: string): string {
  return /^(8|11)(\D|$)/.test(day) ? `l'${day}` : `il ${day}`;
}
