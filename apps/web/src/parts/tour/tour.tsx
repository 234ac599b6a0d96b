import { useQuery } from '@tanstack/react-query';
import { useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { ApplicationLine, Today } from '#contracts/desk.js';
import { formatEuro } from '#domain/money/money.js';
import { useMe } from '../../api/queries/me.js';
import { todayQuery } from '../../api/queries/today.js';
import { Button } from '../../ui/button.js';
import { words } from '../../words/index.js';
import { tourState, useTourStep } from './tour-state.js';
import { tourSteps } from './tour-steps.js';

const say = words.tour;

/** The guided tour: a card that goes from page to page and points; closed by Esc, begun again from Aiuto. */
export function Tour() {
  const step = useTourStep();
  const { desk } = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => {
    // By itself only where the tour begins: who came by a link wants to go where it leads.
    if (!tourState.seen() && path === tourSteps(desk, undefined)[0]?.href) tourState.goTo(0);
  }, [desk, path]);
  return step === undefined ? null : <Card step={step} />;
}

function Card({ step }: { step: number }) {
  const { desk } = useMe();
  const router = useRouter();
  const { data: today } = useQuery({ ...todayQuery, enabled: desk === 'office' });
  // What stood first when the tour began, before all where money is at risk: it may be solved before the tour ends.
  const [first, setFirst] = useState(today === undefined ? undefined : leading(today));
  if (first === undefined && today !== undefined && leading(today) !== undefined) setFirst(leading(today));
  const steps = tourSteps(desk, first?.line);
  const card = useRef<HTMLElement>(null);
  const current = steps[step];
  const points = current?.points;
  const href = current?.href;
  useEffect(() => {
    if (href !== undefined && !isAt(href)) router.history.push(href);
    card.current?.focus({ preventScroll: true });
  }, [href, router, step]);
  useEffect(() => (points === undefined ? undefined : pointAt(points)), [points, step]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') tourState.goTo(undefined);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const solved = first?.atRisk === true && today?.atRisk.applications.includes(first.line.number) === false;
  return (
    <section ref={card} className="tour" aria-label={say.name} tabIndex={-1}>
      {current === undefined ? (
        <>
          <h2>{say.end.title}</h2>
          {first?.atRisk === true && (
            <p>
              <strong>
                {solved
                  ? say.end.saved(formatEuro(first.line.amountCents))
                  : say.end.open(first.line.applicant.name, formatEuro(first.line.amountCents))}
              </strong>
            </p>
          )}
          {desk === 'office' && (
            <>
              <p>{say.end.three}</p>
              <ul>
                {say.end.tries.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </>
          )}
          <Button small onClick={() => tourState.goTo(undefined)}>
            {say.finish}
          </Button>
        </>
      ) : (
        <>
          <p className="tour-step">{say.step(step + 1, steps.length)}</p>
          <p aria-live="polite">{current.says}</p>
          <div className="notice-actions">
            <Button small onClick={() => tourState.goTo(step + 1)}>
              {say.next}
            </Button>
            {step > 0 && (
              <Button small tone="secondary" onClick={() => tourState.goTo(step - 1)}>
                {say.back}
              </Button>
            )}
            <Button small tone="quiet" onClick={() => tourState.goTo(undefined)}>
              {say.close}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** The case that the tour is about, and whether its money is at risk. */
function leading({ now, atRisk }: Today): { line: ApplicationLine; atRisk: boolean } | undefined {
  const risky = now.find((each) => atRisk.applications.includes(each.number));
  const line = risky ?? now[0];
  return line === undefined ? undefined : { line, atRisk: risky !== undefined };
}

function isAt(href: string): boolean {
  const { pathname, search } = window.location;
  return href === `${pathname}${search}` || (search !== '' && !href.includes('?') && href === pathname);
}

/** Draws a frame around what a step speaks of, as soon as it is on the page. */
function pointAt(points: string): () => void {
  let pointed: Element | undefined;
  const look = () => {
    const found = document.querySelector(`[data-tour="${points}"]`);
    if (found === null || found === pointed) return;
    pointed?.classList.remove('is-pointed-at');
    pointed = found;
    found.classList.add('is-pointed-at');
    // After the router has put the new page at its top.
    requestAnimationFrame(() => requestAnimationFrame(() => found.scrollIntoView({ block: 'center' })));
  };
  look();
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    pointed?.classList.remove('is-pointed-at');
  };
}
