import { useCallback, useState } from 'react';
import { useMe } from '../../api/queries/me.js';

/** What was chosen so far; kept in this browser for its person, so that the wizard can be left and gone on with. */
export interface LaunchDraft {
  definition?: { id: string; version: number };
  /** ISTAT codes; all that may take part while nothing was chosen. */
  comuni?: string[] | undefined;
  confirmed: string[];
  /** The noted call that this launches. */
  noted?: { id: string; slug: string } | undefined;
  /** The earlier call whose choices were proposed, and what of it does not hold any more. */
  like?: { number: string; title: string; busy: string[]; newer: boolean } | undefined;
}

function kept(place: string): LaunchDraft {
  try {
    return { confirmed: [], ...(JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<LaunchDraft>) };
  } catch {
    return { confirmed: [] };
  }
}

export function useLaunchDraft(): {
  draft: LaunchDraft;
  change: (part: Partial<LaunchDraft>) => void;
  forget: () => void;
} {
  const place = `capofila-avvio ${useMe().person}`;
  const [draft, setDraft] = useState(() => kept(place));
  const change = useCallback(
    (part: Partial<LaunchDraft>) => {
      setDraft((before) => {
        const after = { ...before, ...part };
        localStorage.setItem(place, JSON.stringify(after));
        return after;
      });
    },
    [place],
  );
  const forget = useCallback(() => localStorage.removeItem(place), [place]);
  return { draft, change, forget };
}
