import type { FieldDefinition, MilestoneRequirement } from '#domain/call/definition.js';

/** Nouns in -e whose gender their ending does not tell. */
const FEMININE = ['reversale', 'fine', 'pec'];

/** "il decreto", "la prova", "l’esito", "lo scarico"; undefined where the ending does not tell the gender. */
export function withArticle(label: string): string | undefined {
  const [noun = ''] = label.toLowerCase().split(' ');
  if (/^(?:il|lo|la|i|gli|le|l['’].*)$/.test(noun)) return label;
  if (/^[aeiou]/.test(noun)) return /[aeo]$/.test(noun) ? `l’${label}` : undefined;
  if (/(?:a|[sz]ione)$/.test(noun) || FEMININE.includes(noun)) return `la ${label}`;
  if (!noun.endsWith('o')) return undefined;
  return /^(?:z|ps|gn|x|y|s[^aeiou])/.test(noun) ? `lo ${label}` : `il ${label}`;
}

/** What the button of a milestone says: the result, "Registra il CUP". */
export function buttonOf({ label, fields }: MilestoneRequirement): string {
  const cup = fields.find((field: FieldDefinition) => field.type === 'cup');
  if (cup !== undefined) return 'Registra il CUP';
  const [short = label] = label.split(/ \(| «/);
  return `Registra ${withArticle(short) ?? `«${short}»`}`;
}
