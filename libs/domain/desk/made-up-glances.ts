import { readCase } from '#domain/application/case/case.js';
import type { History } from '#domain/application/case/made-up-facts.js';
import type { CallDefinition } from '#domain/call/definition.js';
import { type Asked, type Glance, type GlanceTerm, UNKNOWN_GLANCE } from './glance.js';
import { glanceOf } from './glance-of.js';

/** What lists keep of a case with this history; for specs. */
export function glanceOfHistory(definition: CallDefinition, { facts }: History): Glance {
  return glanceOf(readCase(definition, { call: [], application: facts }), facts, {
    why: 'Aspetta.',
    coming: [],
  });
}

/** A term that runs, made up for a spec. */
export function madeUpTerm(made: Partial<GlanceTerm> = {}): GlanceTerm {
  return {
    id: 'cupEntry',
    round: 1,
    label: 'inserimento del CUP',
    official: true,
    peremptory: true,
    ours: true,
    status: 'running',
    remediable: true,
    end: '2027-03-28',
    cutOff: '23:59',
    safeEnd: '2027-03-26',
    meets: 'cup',
    was: [],
    ...made,
  };
}

export function madeUpAsked(made: Partial<Asked> = {}): Asked {
  return {
    requirement: 'cup',
    kind: 'milestone',
    label: 'inserimento del CUP',
    place: 'platform',
    status: 'missing',
    upTo: ['referent', 'rup'],
    ours: true,
    ...made,
  };
}

/** Rivello, whose CUP is missing: by Friday 26 March 2027, officially by Sunday 28. */
export function madeUpGlance(made: Partial<Glance> = {}): Glance {
  return {
    ...UNKNOWN_GLANCE,
    party: 'comune',
    roles: ['referent', 'rup'],
    amount: { word: 'requested', cents: 2_314_700 },
    terms: [madeUpTerm()],
    asked: [madeUpAsked()],
    ...made,
  };
}
