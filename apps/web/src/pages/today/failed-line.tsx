import type { FailedDelivery } from '#contracts/desk.js';
import { ButtonLink } from '../../ui/button.js';
import { nearDay } from '../../ui/dates.js';
import { words } from '../../words/index.js';

const say = words.today;

/** A mail that did not arrive: somebody does not know what Capofila believes they know. */
export function FailedLine({ delivery, on }: { delivery: FailedDelivery; on: string }) {
  return (
    <li className="line">
      <div className="line-what">
        <h3>
          {delivery.person.name} ({delivery.bodies.join(', ')})
        </h3>
        <p>{delivery.sentence}</p>
        <p className="line-meta">
          <span>«{delivery.subject}»</span>
          <span>{nearDay(delivery.on, on)}</span>
        </p>
      </div>
      <div className="line-acts">
        <ButtonLink
          to="/messaggi"
          search={{ stato: 'falliti' } as never}
          tone="secondary"
          small
          label={say.failedLabel(delivery.person.name)}
        >
          {say.failedOpen}
        </ButtonLink>
      </div>
    </li>
  );
}
