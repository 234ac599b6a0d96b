import { Outlet } from '@tanstack/react-router';
import { useLive } from '../../api/live.js';
import { words } from '../../words/index.js';
import { Tour } from '../tour/tour.js';
import { DemoBar } from './demo-bar.js';
import { Foot } from './foot.js';
import { Header } from './header.js';
import { SessionDialog } from './session-dialog.js';
import { ServiceNotice } from './service-notice.js';

/** What stands around every page of a person who is known. */
export function Shell() {
  const reached = useLive();
  return (
    <>
      <a className="skip" href="#contenuto">
        {words.shell.skip}
      </a>
      <DemoBar />
      <Header />
      <ServiceNotice reached={reached} />
      <main id="contenuto" tabIndex={-1}>
        <Outlet />
      </main>
      <Foot />
      <Tour />
      <SessionDialog />
    </>
  );
}
