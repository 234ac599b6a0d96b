import { Link } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import type { ApplicationPage } from '#contracts/application-page.js';
import { words } from '../../words/index.js';
import { type Card, CARDS } from '../../parts/application/address.js';
import { Documents } from './card/documents.js';
import { HistoryCard } from './card/history.js';
import { Messages } from './card/messages.js';
import { Steps } from './card/steps.js';
import { Talk } from './card/talk.js';
import { Values } from './card/values.js';
import { Loading } from '../../ui/loading.js';
import { hereLink } from '../../parts/application/here-link.js';

const say = words.application;

// What few open is loaded when it is opened: the page is usable before.
const WhatIfCard = lazy(async () => ({ default: (await import('./card/what-if.js')).WhatIfCard }));

const BODIES: Record<Card, ComponentType<{ page: ApplicationPage }>> = {
  passi: Steps,
  documenti: Documents,
  numeri: Values,
  conversazione: Talk,
  messaggi: Messages,
  storia: HistoryCard,
  'e-se': WhatIfCard,
};

/** Everything else about the application, each card at an address of its own. */
export function Cards({ page, card }: { page: ApplicationPage; card: Card }) {
  const Body = BODIES[card];
  return (
    <section className="app-cards">
      <nav aria-label={say.cardsLabel}>
        <ul className="app-tabs">
          {CARDS.map((each) => (
            <li key={each}>
              <Link
                {...hereLink(page, { scheda: each })}
                resetScroll={false}
                aria-current={each === card ? 'page' : undefined}
                activeProps={{}}
              >
                {say.cards[each]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="app-card">
        <h2>{say.cards[card]}</h2>
        <Suspense fallback={<Loading />}>
          <Body page={page} />
        </Suspense>
      </div>
    </section>
  );
}
