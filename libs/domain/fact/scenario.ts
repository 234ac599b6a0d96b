/** Part of the union in a comune's project, by the official table (FAQ 02/004/002 of PA digitale 2026). */
export const SCENARIOS = [0, 1, 2, 3] as const;
export type Scenario = (typeof SCENARIOS)[number];
