const line = new EventTarget();

/** The live stream is open: the server can be reached, whatever was so before. */
export function lineOpened(): void {
  line.dispatchEvent(new Event('open'));
}

/** Hears the next time that the server can be reached, and then no more. @returns what stops listening */
export function onceLineOpens(heard: () => void): () => void {
  line.addEventListener('open', heard, { once: true });
  return () => line.removeEventListener('open', heard);
}
