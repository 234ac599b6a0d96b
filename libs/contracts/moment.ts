import { z } from 'zod';

/** How answers tell moments: days and hours are those of Rome by the product's clock, instants are in UTC. */

/** `YYYY-MM-DD`. */
export const day = z.iso.date();
/** `HH:MM`. */
export const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** "2027-03-26T07:02:00.000Z", by the product's clock where nothing else is said. */
export const instant = z.iso.datetime();
