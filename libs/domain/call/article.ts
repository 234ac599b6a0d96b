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

const FROM: Readonly<Record<string, string>> = {
  il: 'dal ',
  lo: 'dallo ',
  la: 'dalla ',
  i: 'dai ',
  gli: 'dagli ',
  le: 'dalle ',
};

/** "dal Dipartimento", "dall'Unione", "da Rivello": of what has its article already, or has none. */
export function from(who: string): string {
  if (/^l['’]/.test(who)) return `dal${who}`;
  const [article = '', ...rest] = who.split(' ');
  const joined = FROM[article];
  return joined === undefined || rest.length === 0 ? `da ${who}` : `${joined}${rest.join(' ')}`;
}

/** "il Comune", "il Dipartimento", "la Regione Basilicata": of a body there is always one. */
export function theBody(name: string): string {
  return withArticle(name) ?? `il ${name}`;
}
