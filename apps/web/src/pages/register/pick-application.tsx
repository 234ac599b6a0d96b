import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApplicationLine } from '#contracts/desk.js';
import { applicationsQuery } from '../../api/queries/application.js';
import { Answer } from '../../ui/answer.js';
import { Choice, TextField } from '../../ui/field.js';
import { words } from '../../words/index.js';

const say = words.register;
const MOST = 12;

/** Which application it is about: by comune, call, CUP or number. */
export function PickApplication({
  proposed,
  chosen,
  choose,
}: {
  /** Slugs of those that are probably meant, which stand first. */
  proposed?: readonly string[];
  chosen: string;
  choose: (slug: string) => void;
}) {
  const query = useQuery(applicationsQuery);
  const [sought, setSought] = useState('');
  return (
    <Answer query={query}>
      {({ applications }) => {
        const found = applications.filter((each) =>
          sought === ''
            ? proposed === undefined || proposed.length === 0 || proposed.includes(each.slug)
            : textOf(each).includes(sought.trim().toLowerCase()),
        );
        return (
          <>
            <TextField
              label={say.search}
              hint={say.searchHint}
              type="search"
              value={sought}
              onChange={(event) => setSought(event.target.value)}
            />
            {found.length === 0 ? (
              <p>{say.noneFound}</p>
            ) : (
              <Choice
                label={say.which}
                name="candidatura"
                value={chosen}
                onChange={(event) => choose(event.target.value)}
                options={found.slice(0, MOST).map((each) => ({
                  value: each.slug,
                  label: `${each.applicant.name} · ${each.call.shortTitle}`,
                  hint: `${each.label}, ${each.number}`,
                }))}
              />
            )}
            {found.length > MOST && <p>{say.more(found.length - MOST)}</p>}
          </>
        );
      }}
    </Answer>
  );
}

function textOf({ applicant, call, cup, number, label }: ApplicationLine): string {
  return [applicant.name, call.title, call.shortTitle, cup, number, label].join(' ').toLowerCase();
}
