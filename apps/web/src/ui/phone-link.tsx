import { words } from '../words/index.js';
import { Icon } from './icon.js';

/** A telephone number to press. */
export function PhoneLink({ name, phone }: { name: string; phone: string }) {
  return (
    <a
      className="btn btn-outline-primary btn-xs"
      href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}
      aria-label={words.today.phoneLabel(name, phone)}
    >
      <Icon name="telephone" size="xs" /> {words.today.phone}
    </a>
  );
}
