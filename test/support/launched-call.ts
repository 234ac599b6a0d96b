import type { CallDefinition } from '#domain/call/definition.js';
import { PostgresDefinitions } from '#persistence/call/definitions.js';
import { keepDefinition } from '#use-cases/call/keep-definition.js';
import type { OpenedApplication } from '#use-cases/record/recorded.js';
import type { CaseRecord } from '#use-cases/record/case-record.js';
import type { DataSource } from 'typeorm';
import type { MadeUpUnion } from './made-up-union.js';
import { sendDefinition } from './send-definition.js';

/** A call launched for all comuni of a made-up union; its applications by the comune's name. */
export interface LaunchedCall {
  call: string;
  applications: Record<string, OpenedApplication>;
}

/** The desk officer launches a call: SEND, unless told otherwise. */
export async function launchCall(
  app: DataSource,
  record: CaseRecord,
  union: MadeUpUnion,
  definition: CallDefinition = sendDefinition(),
): Promise<LaunchedCall> {
  const officer = { as: 'person' as const, person: union.people['deskOfficer'] ?? '' };
  await keepDefinition(new PostgresDefinitions(app), officer, definition);
  const launched = await record.launch(officer, {
    unionId: union.id,
    definition: { id: definition.id, version: definition.version },
    confirmed: [],
    applicants: Object.values(union.comuni).map((body) => ({
      body,
      amountCents: 2_314_700,
      participants: [],
    })),
    actor: officer.person,
  });
  if (!launched.ok) throw new Error(launched.refused.code);
  const { call, applications } = launched.value;
  const byName = Object.entries(union.comuni).flatMap(([name, body]) => {
    const opened = applications.find((each) => each.applicant === body);
    return opened === undefined ? [] : [[name, opened] as const];
  });
  return { call: call.id, applications: Object.fromEntries(byName) };
}
