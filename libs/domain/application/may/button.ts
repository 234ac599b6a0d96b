import { withArticle } from '#domain/italian/article.js';
import type { FieldDefinition, MilestoneRequirement } from '#domain/call/requirement.js';

/** What the button of a milestone says: the result, "Registra il CUP". */
export function buttonOf({ label, fields }: MilestoneRequirement): string {
  const cup = fields.find((field: FieldDefinition) => field.type === 'cup');
  if (cup !== undefined) return 'Registra il CUP';
  const [short = label] = label.split(/ \(| «/);
  return `Registra ${withArticle(short) ?? `«${short}»`}`;
}
