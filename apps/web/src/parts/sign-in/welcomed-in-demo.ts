import { ask } from '../../api/client.js';
import { queries } from '../../api/query-client.js';
import { demoQuery } from '../../api/queries/demo.js';
import { statusQuery } from '../../api/queries/status.js';

/** Set when somebody left: then the sign-in page is what they want to see. */
const LEFT = 'capofila-left';

/** Remembers that the visitor signed out. */
export function leave(): void {
  sessionStorage.setItem(LEFT, 'yes');
}

/** A demo opens as its first person, the office: whoever comes to look needs no password. False anywhere else. */
export async function welcomedInDemo(): Promise<boolean> {
  if (sessionStorage.getItem(LEFT) !== null) return false;
  const { demo } = await queries.fetchQuery(statusQuery);
  if (!demo) return false;
  const [first] = (await queries.fetchQuery(demoQuery)).people;
  if (first === undefined) return false;
  await ask('POST /demo/sign-in', { body: { email: first.email } });
  return true;
}
