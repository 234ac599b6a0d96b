import { words } from '../../words/index.js';
import { type Asked, SelectFilter } from '../../ui/filters.js';

const say = words.lists.whose;

/** A line of a list that is about one body and one call. */
interface Whose {
  applicant: { name: string };
  call: { slug: string };
}

/** The comune and the call that a list is narrowed to; each only where there is a choice. */
export function WhoseFilters<T extends Whose>({
  asked,
  lines,
  callName,
}: {
  asked: Asked;
  lines: readonly T[];
  callName: (line: T) => string;
}) {
  const comuni = [...new Set(lines.map((each) => each.applicant.name))].toSorted((a, b) =>
    a.localeCompare(b, 'it'),
  );
  const calls = new Map(lines.map((each) => [each.call.slug, callName(each)]));
  return (
    <>
      {comuni.length > 1 && (
        <SelectFilter
          label={say.comune}
          name="comune"
          asked={asked}
          all={say.allComuni}
          options={comuni.map((each) => ({ value: each, label: each }))}
        />
      )}
      {calls.size > 1 && (
        <SelectFilter
          label={say.call}
          name="avviso"
          asked={asked}
          all={say.allCalls}
          options={[...calls].map(([value, label]) => ({ value, label }))}
        />
      )}
    </>
  );
}
