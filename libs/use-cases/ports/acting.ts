/** In whose name the database is read and written: a person's sight, or the worker's. */
export type Acting = { as: 'person'; person: string } | { as: 'worker' };
