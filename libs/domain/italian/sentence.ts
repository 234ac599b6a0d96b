/** "a, b e c", "a, b oppure c" */
export function joined(words: readonly string[], conjunction = 'e'): string {
  if (words.length < 2) return words[0] ?? '';
  const last = words.at(-1) ?? '';
  const before = conjunction === 'e' && last.startsWith('e') ? 'ed' : conjunction;
  return `${words.slice(0, -1).join(', ')} ${before} ${last}`;
}

/** The beginning of a sentence: "Inserimento del CUP". */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A label inside a sentence: "determina di affidamento", but "CUP" and "PEC" as they are. */
export function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
