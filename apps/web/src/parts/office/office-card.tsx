import { useQuery } from '@tanstack/react-query';
import { officeQuery } from '../../api/queries/office.js';
import { words } from '../../words/index.js';
import { Icon } from '../../ui/icon.js';

const say = words.office;

/** Whom to call: a person's name first, then the number and the address. */
export function OfficeCard() {
  const { data } = useQuery(officeQuery);
  if (data === undefined) return null;
  const { signature, officeName, phone, email } = data;
  return (
    <address className="office-card">
      <p>
        <strong>{say.ask(signature)}</strong>, {officeName}
      </p>
      <p>
        <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
          <Icon name="telephone" size="xs" /> {phone}
        </a>
      </p>
      <p>
        <a href={`mailto:${email}`}>
          <Icon name="mail" size="xs" /> {email}
        </a>
      </p>
    </address>
  );
}
