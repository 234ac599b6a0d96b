import type { LaunchPreview } from '#contracts/launch-preview.js';
import type { LaunchDraft } from './launch-draft.js';

/** What every step works on. */
export interface LaunchStep {
  preview: LaunchPreview;
  draft: LaunchDraft;
  change: (part: Partial<LaunchDraft>) => void;
}
