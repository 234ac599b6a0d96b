import type { z } from 'zod';

/** With every field, also those that may be absent. */
type Whole<T> = T extends readonly (infer E)[]
  ? Whole<E>[]
  : T extends object
    ? { [K in keyof T]-?: Whole<T[K]> }
    : T;

/** The schema of a type that the domain owns, field for field: what is added there is refused here until it is in both. */
export function sameAs<T>() {
  return <S extends z.ZodType<T>>(schema: Whole<z.output<S>> extends Whole<T> ? S : never): S => schema;
}
