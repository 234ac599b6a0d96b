import type { ApplicationPage } from '#contracts/application-page.js';

/** The step on the platform that papers of now lead to: its number among the steps, and its name. */
export function platformStep({ steps }: ApplicationPage): string | undefined {
  const at = steps.findIndex((each) => each.standing !== 'done' && each.platform);
  const step = steps[at];
  return step === undefined ? undefined : `il n. ${at + 1}, «${step.label}»`;
}
