import type { LaunchComune } from '#contracts/launch-preview.js';
import { slugOf } from '#domain/desk/slug.js';
import { ButtonLink } from '../../ui/button.js';
import { words } from '../../words/index.js';
import type { LaunchStep } from '../../parts/launch/launch-step.js';

const say = words.launch.people;

/** Step 4: who does what in each comune, and what is missing, in words. */
export function LaunchPeople({ preview }: LaunchStep) {
  return (
    <>
      <p>{say.lead}</p>
      <ul className="cards">
        {preview.comuni
          .filter((each) => each.refused === undefined)
          .map((comune) => (
            <li key={comune.body} className="card-task">
              <h2>{comune.name}</h2>
              <ul className="plain">
                {comune.people.map((each) => (
                  <li key={`${each.role} ${each.name}`}>
                    {each.roleInWords}: {each.name ?? <strong className="flag">{say.missing}</strong>}
                    {each.flags.map((flag) => (
                      <div key={flag} className="flag">
                        {flag}
                      </div>
                    ))}
                  </li>
                ))}
              </ul>
              {comune.flags.map((flag) => (
                <p key={flag} className="flag">
                  {flag}
                </p>
              ))}
              {isLacking(comune) && (
                <ButtonLink
                  to="/comuni/$comune"
                  params={{ comune: slugOf(comune.name) }}
                  search={{ vista: 'persone', torna: 'avvio' }}
                  tone="secondary"
                  small
                  label={say.openLabel(comune.name)}
                >
                  {say.open}
                </ButtonLink>
              )}
            </li>
          ))}
      </ul>
    </>
  );
}

/** Somebody or something is missing, in red words; what is missing is put right where the comune's people are. */
function isLacking({ people, flags }: LaunchComune): boolean {
  return flags.length > 0 || people.some((each) => each.name === undefined || each.flags.length > 0);
}
