import { useCallback, useState } from 'react';

/** What was chosen so far; kept in this browser, so that the wizard can be left and gone on with. */
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

const KEPT = 'capofila-avvio';

function kept(): LaunchDraft {
  try {
    return { confirmed: [], ...(JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<LaunchDraft>) };
  } catch {
    return { confirmed: [] };
  }
}

export function useLaunchDraft(): {
  draft: LaunchDraft;
  change: (part: Partial<LaunchDraft>) => void;
  forget: () => void;
} {
  const [draft, setDraft] = useState(kept);
  const change = useCallback((part: Partial<LaunchDraft>) => {
    setDraft((before) => {
      const after = { ...before, ...part };
      localStorage.setItem(KEPT, JSON.stringify(after));
      return after;
    });
  }, []);
  const forget = useCallback(() => localStorage.removeItem(KEPT), []);
  return { draft, change, forget };
}
