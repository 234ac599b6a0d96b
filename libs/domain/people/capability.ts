/** What a person can do by a means of their own that may end: sign, ask Sistema CUP, enter the funder's platform. */
export const CAPABILITIES = ['digitalSignature', 'sistemaCup', 'platformUser'] as const;
export type CapabilityKind = (typeof CAPABILITIES)[number];
