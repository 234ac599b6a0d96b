import { Link } from '@tanstack/react-router';
import { words } from '../../words/index.js';

/** What stands under every page. */
export function Foot() {
  return (
    <footer className="foot">
      <p>{words.shell.footer}</p>
      <p>
        <Link to="/accessibilita">{words.shell.accessibility}</Link>
      </p>
    </footer>
  );
}
