import type { CaseStore } from '../ports/case-store.js';
import type { DocumentState, DocumentStore } from '../ports/document-store.js';

export interface VerifiedDocuments {
  /** How many files were read whole. */
  files: number;
  /** Those that are no longer what was filed, by the hash on record. */
  spoilt: { sha256: string; state: Exclude<DocumentState, 'whole'> }[];
}

/** Reads every uploaded file and holds it against the hash on record; one at a time, whatever their number. */
export async function verifyDocuments(cases: CaseStore, store: DocumentStore): Promise<VerifiedDocuments> {
  const verified: VerifiedDocuments = { files: 0, spoilt: [] };
  for await (const sha256 of cases.documents()) {
    const state = await store.check(sha256);
    verified.files += 1;
    if (state !== 'whole') verified.spoilt.push({ sha256, state });
  }
  return verified;
}
