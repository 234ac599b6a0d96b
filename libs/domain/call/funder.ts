/** "Dipartimento per la trasformazione digitale" is "Dipartimento" in a sentence: its matter is left out. */
export function shortFunder(funder: string): string {
  return funder.split(/\s(?:per|di|del|dello|della|dei|degli|delle)\s|\sdell['’]/)[0] ?? funder;
}

/** "il Dipartimento", "la Regione Basilicata", "l'Agenzia", "lo Stato". */
export function withArticle(name: string): string {
  const [first = ''] = name.toLowerCase().split(' ');
  if (/^[aeiou]/.test(first)) return `l'${name}`;
  if (/(?:a|ione)$/.test(first)) return `la ${name}`;
  return /^(?:z|s[^aeiou])/.test(first) ? `lo ${name}` : `il ${name}`;
}
