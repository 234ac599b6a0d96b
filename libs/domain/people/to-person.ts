/** "a Giulia Riviello", "ad Antonio Conte". */
export function toPerson(name: string): string {
  return `${/^a/i.test(name) ? 'ad' : 'a'} ${name}`;
}

/** At the beginning of a sentence: "A Giulia Riviello", "Ad Antonio Conte". */
export function toPersonFirst(name: string): string {
  return toPerson(name).replace(/^a/, 'A');
}
