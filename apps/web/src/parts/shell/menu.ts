import type { Desk } from '../../api/queries/me.js';
import { words } from '../../words/index.js';

const { nav } = words.shell;

/** The menu of each desk, in order (content design, section 2). */
export const MENU = {
  office: [
    { to: '/oggi', label: nav.today },
    { to: '/quadro', label: nav.board },
    { to: '/avvisi', label: nav.calls },
    { to: '/comuni', label: nav.comuni },
    { to: '/scadenze', label: nav.deadlines },
    { to: '/messaggi', label: nav.messages },
  ],
  auditor: [
    { to: '/candidature', label: nav.dossiers },
    { to: '/storia', label: nav.history },
    { to: '/esporta', label: nav.exporting },
  ],
  comune: [
    { to: '/attivita', label: nav.tasks },
    { to: '/candidature', label: nav.applications },
    { to: '/scadenze', label: nav.deadlines },
    { to: '/mio-comune', label: nav.myComune },
  ],
  nobody: [],
} as const satisfies Record<Desk, readonly { to: string; label: string }[]>;
