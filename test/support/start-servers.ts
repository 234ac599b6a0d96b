import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

// Jest loads its global setup outside of its module mapper: here Node itself learns that `./x.js` may be `./x.ts`, and
// that the package's own `#...` imports are read from their sources.
registerHooks({
  resolve(specifier, context, next) {
    const sources = { ...context, conditions: [...context.conditions, 'source'] };
    if (specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL !== undefined) {
      const file = fileURLToPath(new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL));
      if (existsSync(file)) return next(file, sources);
    }
    return next(specifier, sources);
  },
});

declare global {
  /** The running servers, from global setup to global teardown (same process). */
  var capofilaTestServers: import('./servers.js').TestServers | undefined;
}

/** Jest's globalSetup for the project `real`; Jest asks for a default export. */
export default async function startServers(): Promise<void> {
  const { startTestServers } = await import('./servers.js');
  const servers = await startTestServers();
  globalThis.capofilaTestServers = servers;
  Object.assign(process.env, servers.environment);
}
