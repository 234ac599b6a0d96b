import { Link } from '@tanstack/react-router';

/** Views of one page, each an address of its own (`?vista=`). */
export function Views<T extends string>({
  label,
  views,
  current,
}: {
  label: string;
  views: Readonly<Record<T, string>>;
  current: T;
}) {
  return (
    <nav className="views" aria-label={label}>
      <ul>
        {(Object.entries(views) as [T, string][]).map(([name, words]) => (
          <li key={name}>
            <Link
              to="."
              // Each page checks the views that are its own; what else the address says stays.
              search={((all: object) => ({ ...all, vista: name })) as never}
              aria-current={name === current ? 'page' : undefined}
              activeProps={{}}
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
