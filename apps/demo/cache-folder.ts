import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Folder for programs fetched or built once per user: `CAPOFILA_CACHE`, otherwise `capofila` in the XDG cache folder
 * (`XDG_CACHE_HOME`, `~/.cache`).
 */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment['CAPOFILA_CACHE']) return environment['CAPOFILA_CACHE'];
  return join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'capofila');
}
