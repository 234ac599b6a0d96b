import type { Acting, ApplicationPage } from '#contracts/application-page.js';

/** A proof lies among the comune's papers: the office files it on the comune's behalf, also for a notice of its own. */
export function proofActing({ may, applicant }: ApplicationPage, acting: Acting): Acting {
  const [filing] = may.file;
  if (filing !== undefined) return filing.acting;
  // Only the office corrects: who may, files for others.
  const office = may.correct?.actingBody === acting.actingBody;
  return office && acting.onBehalfOf === undefined ? { ...acting, onBehalfOf: applicant.id } : acting;
}
