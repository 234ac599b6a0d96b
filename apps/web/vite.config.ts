import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.ts';
import { purgedStyles } from './build/purged-styles.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..', '..');
const api = process.env['CAPOFILA_URL'] ?? 'http://127.0.0.1:3000';

/** Paths that the API answers, for `npm run web`, where Vite serves the pages and hands these on. */
const API_PATHS =
  '^/(accounts|applications|calendario|calls|clock|deadlines|definitions|demo/|events|invitations|me|messages|office|openapi|people|registry|risposte|round|search|sessions|settings|sign-in-codes|status|tasks|today|tokens|uploads)(/|\\?|$)';

export default defineConfig({
  root: here,
  resolve: { conditions: ['source', 'module', 'browser', 'import', 'default'] },
  build: {
    outDir: join(root, 'dist', 'web'),
    emptyOutDir: true,
    // What reads it: the check of sizes in test/web.
    manifest: true,
    target: ['chrome120', 'firefox121', 'safari17'],
    // Data addresses in style sheets would need a looser policy for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // "use client" has no meaning outside a server of components.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
  plugins: [purgedStyles(), compressed()],
  server: { proxy: { [API_PATHS]: { target: api, ws: false } } },
});
