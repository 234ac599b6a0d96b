import { Link } from '@tanstack/react-router';
import { Disclosure } from '../../ui/disclosure.js';
import { words } from '../../words/index.js';

const say = words.register;

/** "+ Registra": what arrives from outside, always at hand for the office. */
export function RegisterMenu() {
  return (
    <Disclosure className="head-register" summary={<span data-tour="register">{say.button}</span>}>
      <ul>
        <li>
          <Link to="/registra/pec">{say.pec}</Link>
        </li>
        <li>
          <Link to="/registra/telefonata" search={{}}>
            {say.phone}
          </Link>
        </li>
        <li>
          <Link to="/registra/documento" search={{}}>
            {say.document}
          </Link>
        </li>
        <li>
          <Link to="/registra/proroga">{say.amendment}</Link>
        </li>
        <li>
          <Link to="/registra/persona" search={{}}>
            {say.person}
          </Link>
        </li>
      </ul>
    </Disclosure>
  );
}
