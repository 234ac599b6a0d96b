import { fileURLToPath } from 'node:url';

/** Every release that somebody may have installed, with the stories that were dumped of it. */
export const DUMPS = ['0.1.0/story', '0.1.0/tour'] as const;

/** The rows, the uploaded files, and where everything stood, of one dump. */
export function filesOf(dump: string): { rows: string; documents: string; state: string } {
  const file = (name: string) => fileURLToPath(new URL(`${dump}.${name}`, import.meta.url));
  return { rows: file('sql.gz'), documents: file('documents.json.gz'), state: file('state.json.gz') };
}
