import { Link, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../../api/queries/me.js';
import { useSignOut } from '../sign-in/use-sign-out.js';
import { RegisterMenu } from './register-menu.js';
import { SearchBox } from './search-box.js';
import { Dialog } from '../../ui/dialog.js';
import { Disclosure } from '../../ui/disclosure.js';
import { Icon } from '../../ui/icon.js';
import { ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';
import { MENU } from './menu.js';

const say = words.shell;

/** Name, menu, and what is always at hand. On a narrow screen the menu opens on request. */
export function Header() {
  const me = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  // Open on the page on which it was opened: going to another closes it.
  const [openOn, setOpenOn] = useState<string>();
  const open = openOn === path;
  return (
    <header className={open ? 'head is-open' : 'head'}>
      <div className="head-top">
        <Link to="/" className="head-brand">
          <strong>{say.product}</strong>
          <span>{me.union.name}</span>
        </Link>
        <button
          type="button"
          className="head-toggle"
          aria-expanded={open}
          aria-controls="cerca menu"
          onClick={() => setOpenOn(open ? undefined : path)}
        >
          <Icon name={open ? 'close' : 'burger'} />
          {open ? say.closeMenu : say.menu}
        </button>
        <div id="cerca" className="head-search">
          <SearchBox />
        </div>
        <PersonMenu />
      </div>
      {MENU[me.desk].length > 0 && (
        <nav className="head-nav" aria-label={say.mainNavigation}>
          <ul id="menu">
            {MENU[me.desk].map(({ to, label }) => (
              <li key={to}>
                <Link to={to} activeProps={{ 'aria-current': 'page' }} activeOptions={{ exact: false }}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}

/** The own name with settings and the way out. */
function PersonMenu() {
  const me = useMe();
  const out = useSignOut();
  return (
    <div className="head-person">
      {me.desk === 'office' && <RegisterMenu />}
      <Link to="/aiuto" className="head-link">
        <Icon name="help-circle" /> <span>{say.help}</span>
      </Link>
      <Disclosure
        label={say.personMenu(me.name)}
        summary={
          <>
            <Icon name="user" /> <span>{me.name}</span>
          </>
        }
      >
        <ul>
          <li>
            <Link to="/impostazioni">{say.settings}</Link>
          </li>
          {me.desk === 'office' && (
            <>
              <li>
                <Link to="/storia">{words.unionHistory.title}</Link>
              </li>
              <li>
                <Link to="/esporta">{words.exporting.title}</Link>
              </li>
            </>
          )}
          <li>
            <button type="button" onClick={() => out.mutate()}>
              {say.signOut}
            </button>
          </li>
        </ul>
      </Disclosure>
      <Dialog title={words.problem.title} open={out.error !== null} close={out.reset}>
        {out.error !== null && <ProblemNotice problem={out.error} again={() => out.mutate()} />}
      </Dialog>
    </div>
  );
}
