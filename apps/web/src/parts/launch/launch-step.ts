import type { LaunchPreview } from '#contracts/launch-preview.js';
import type { LaunchDraft } from './launch-draft.js';

/** The step about people, to which their own pages lead back. */
export const PEOPLE_STEP = 4;

/** Step in which the comuni are chosen: it shows all of them, also those that are not. */
export const COMUNI_STEP = 2;

/** ISTAT codes of the chosen that may take part; all that may while nothing was chosen. */
export function chosenIn({ comuni }: LaunchPreview, draft: LaunchDraft): string[] {
  const may = comuni.filter((each) => each.refused === undefined).map((each) => each.istat);
  return draft.comuni === undefined ? may : may.filter((istat) => draft.comuni?.includes(istat));
}

/** What every step works on. */
export interface LaunchStep {
  preview: LaunchPreview;
  draft: LaunchDraft;
  change: (part: Partial<LaunchDraft>) => void;
}
