/**
 * Named moments at which a test may stop the process as `kill -9` would, chosen by `CAPOFILA_FAILPOINT=<name>[:<n>]`
 * (the n-th time it is passed). Configuration refuses the variable in production.
 */
const wish = process.env['CAPOFILA_FAILPOINT']?.split(':');
let passed = 0;

export function failpoint(name: FailpointName): void {
  if (wish?.[0] !== name) return;
  passed += 1;
  if (passed === Number(wish[1] ?? 1)) process.kill(process.pid, 'SIGKILL');
}

export type FailpointName =
  'record.before-commit' | 'relay.before-delete' | 'post.before-send' | 'post.after-send';
