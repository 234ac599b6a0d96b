/**
 * What is kept in this tab of the browser: each person's own, so that whoever signs in here next sees nothing of it.
 * A browser that keeps nothing still works.
 */
export const kept = {
  read<T>(person: string, key: string): T | undefined {
    try {
      const text = sessionStorage.getItem(placeOf(person, key));
      return text === null ? undefined : (JSON.parse(text) as T);
    } catch {
      return undefined;
    }
  },
  write(person: string, key: string, value: object): void {
    try {
      sessionStorage.setItem(placeOf(person, key), JSON.stringify(value));
    } catch {
      // Full, or forbidden.
    }
  },
  forget(person: string, key: string): void {
    sessionStorage.removeItem(placeOf(person, key));
  },
  /** Whoever signs out leaves nothing here. */
  forgetAll(person: string): void {
    for (const place of Object.keys(sessionStorage)) {
      if (place.startsWith(placeOf(person, ''))) sessionStorage.removeItem(place);
    }
  },
};

const placeOf = (person: string, key: string) => `capofila ${person} ${key}`;
