import type { ApplicationPage } from '#contracts/application-page.js';

/** The step on the platform that papers of now lead to: its number among the steps, and its name. */
export function platformStep({ steps }: ApplicationPage): { n: number; label: string } | undefined {
  const at = steps.findIndex((each) => each.standing !== 'done' && each.platform);
  const step = steps[at];
  return step === undefined ? undefined : { n: at + 1, label: step.label };
}
