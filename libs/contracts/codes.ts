import { z } from 'zod';
import type { Party } from '#domain/call/definition.js';
import { type Place, REQUIREMENT_KINDS } from '#domain/call/requirement.js';
import type { AmountWord } from '#domain/desk/glance.js';
import type { Sign } from '#domain/desk/sign.js';
import type { Certainty } from '#domain/fact/certainty.js';
import { FACT_KINDS, type FactType } from '#domain/fact/fact-kinds.js';
import { SCENARIOS } from '#domain/fact/scenario.js';
import { ROLES } from '#domain/people/role.js';
import { type RefusalCode, REFUSALS } from '#domain/refusal/refusals.js';
import { MESSAGE_KINDS, type MessageKind } from '#domain/reminder/message-kinds.js';
import { sameAs } from './same-as.js';

/** Codes of the domain as answers carry them. */

export const refusalCode = z.enum(Object.keys(REFUSALS) as RefusalCode[]);
export const role = z.enum(ROLES);
export const scenario = z.literal(SCENARIOS);
export const requirementKind = z.enum(REQUIREMENT_KINDS);
export const place = sameAs<Place>()(z.enum(['here', 'platform', 'both']));
export const party = sameAs<Party>()(z.enum(['comune', 'union', 'funder', 'none']));
export const amountWord = sameAs<AmountWord>()(z.enum(['estimated', 'requested', 'decreed', 'collected']));
export const sign = sameAs<Sign>()(
  z.enum(['atRisk', 'late', 'today', 'week', 'onTime', 'waiting', 'done', 'suspended', 'closed']),
);
export const certainty = sameAs<Certainty>()(z.enum(['seen', 'proven', 'declared']));

export const factType = z.enum(Object.keys(FACT_KINDS) as FactType[]);
export const messageKind = z.enum(Object.keys(MESSAGE_KINDS) as MessageKind[]);
