import type { LinkProps } from '@tanstack/react-router';
import type { Desk } from '../../api/queries/me.js';
import { words } from '../../words/index.js';

/** The menu of each desk, in order (content design, section 2): pages by their titles. */
export const MENU = {
  office: [
    { to: '/oggi', label: words.today.tab },
    { to: '/quadro', label: words.board.title },
    { to: '/avvisi', label: words.calls.title },
    { to: '/comuni', label: words.comuni.title },
    { to: '/scadenze', label: words.deadlines.title },
    { to: '/messaggi', label: words.messages.title },
  ],
  auditor: [
    { to: '/candidature', label: words.applications.titleOf.auditor },
    { to: '/storia', label: words.unionHistory.title },
    { to: '/esporta', label: words.exporting.title },
  ],
  comune: [
    { to: '/attivita', label: words.tasks.title },
    { to: '/candidature', label: words.applications.titleOf.comune },
    { to: '/scadenze', label: words.deadlines.title },
    { to: '/mio-comune', label: words.comuni.mine.title },
  ],
  nobody: [],
} as const satisfies Record<Desk, readonly { to: LinkProps['to']; label: string }[]>;
