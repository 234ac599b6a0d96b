import { PurgeCSS } from 'purgecss';
import type { Plugin } from 'vite';

/**
 * Drops the rules of Bootstrap Italia that no page uses. Names are looked for in the scripts as built, so in what the
 * component library writes too.
 */
export function purgedStyles(): Plugin {
  return {
    name: 'purged-styles',
    apply: 'build',
    enforce: 'post',
    generateBundle: async (_options, bundle) => {
      const content = Object.values(bundle).flatMap((each) =>
        each.type === 'chunk' ? [{ raw: each.code, extension: 'js' }] : [],
      );
      for (const asset of Object.values(bundle)) {
        if (asset.type !== 'asset' || !asset.fileName.endsWith('.css')) continue;
        // Unused font faces too: one of Bootstrap Italia is a data address, which the security policy refuses.
        const [purged] = await new PurgeCSS().purge({
          content,
          css: [{ raw: asset.source.toString() }],
          // Names that are put together at run time.
          safelist: [
            'html',
            'body',
            /^btn/,
            /^alert/,
            /^badge/,
            /^bg-/,
            /^progress/,
            /^sign-/,
            /^step-/,
            /^paper-/,
            /^message-/,
            /^certainty-/,
          ],
          keyframes: true,
          fontFace: true,
          variables: false,
        });
        if (purged !== undefined) asset.source = purged.css;
      }
    },
  };
}
