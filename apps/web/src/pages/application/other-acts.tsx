import { Link } from '@tanstack/react-router';
import type { ApplicationPage } from '#contracts/application-page.js';
import { words } from '../../words/index.js';
import { hereLink } from '../../parts/application/here-link.js';

const say = words.application;

/** What nobody asks for now and may be recorded all the same: what came early, and what may happen at any time. */
export function OtherActs({ page }: { page: ApplicationPage }) {
  const asked = new Set(page.requirements.filter((each) => each.current).map((each) => each.id));
  const others = page.may.milestones.filter((each) => !asked.has(each.milestone));
  const optional = page.requirements.filter(
    (each) => each.current && each.optional && page.may.file.some((f) => f.requirement === each.id),
  );
  if (others.length + optional.length === 0) return null;
  return (
    <details className="now-other">
      <summary>{say.otherActs}</summary>
      <ul>
        {optional.map((each) => (
          <li key={each.id}>
            <Link {...hereLink(page, { carica: each.id })}>{say.fileOptional(each.label)}</Link>
          </li>
        ))}
        {others
          .toSorted((a, b) => Number(b.opens !== undefined) - Number(a.opens !== undefined))
          .map((each) => (
            <li key={each.milestone}>
              <Link {...hereLink(page, { registra: each.milestone })}>{each.button}</Link>
            </li>
          ))}
      </ul>
    </details>
  );
}
