import { useMe } from '../../api/queries/me.js';
import type { KnownRegistry } from '../../api/queries/registry.js';
import { Notice } from '../../ui/notice.js';
import { words } from '../../words/index.js';
import { peopleOfBody } from './of-body.js';

/** Who sees people and changes no mandate reads who does: the head of office, and the comune's secretary. */
export function WhoMay({ known: { people, on } }: { known: KnownRegistry }) {
  const me = useMe();
  const heads = peopleOfBody(people, me.unionBody, on).filter(({ roles }) =>
    roles.some(({ role, state }) => role === 'headOfOffice' && state !== 'past' && state !== 'future'),
  );
  return <Notice kind="info">{words.people.byHead(heads.map(({ person }) => person.name))}</Notice>;
}
