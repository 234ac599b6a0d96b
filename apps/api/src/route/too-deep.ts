/** No form has as many levels; whatever checks and hashes a body calls itself once for each. */
const MOST_LEVELS = 64;

/** Whether JSON is nested so deeply that it can only be meant to break something. A body that streams in is not. */
export function isTooDeep(body: unknown): boolean {
  let level: unknown[] = isPlain(body) ? [body] : [];
  for (let depth = 0; depth <= MOST_LEVELS; depth += 1) {
    level = level.flatMap((each) => (isPlain(each) ? Object.values(each) : []));
    if (level.length === 0) return false;
  }
  return true;
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
