import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk {
  file: string;
  src?: string;
  isEntry?: boolean;
  imports?: string[];
  css?: string[];
}

/** What a browser must load before a page can be used, compressed, in bytes. */
export interface FirstLoad {
  /** Source file of the page. */
  page: string;
  scripts: number;
  styles: number;
}

/** Measures every page of a build: the entry, the shell, the page, and all that these import at once. */
export function firstLoads(folder = 'dist/web'): FirstLoad[] {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >;
  const size = (file: string) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
  const reached = (names: string[], seen = new Set<string>()): Set<string> => {
    for (const name of names) {
      if (seen.has(name)) continue;
      const chunk = manifest[name];
      if (chunk === undefined) throw new Error(`The build has no ${name}.`);
      seen.add(name);
      reached(chunk.imports ?? [], seen);
    }
    return seen;
  };
  const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry === true) ?? '';
  return Object.keys(manifest)
    .filter((name) => name.endsWith('.page.tsx'))
    .map((page) => {
      const shell = /(?:sign-in|welcome)\.page/.test(page) ? [] : ['src/parts/shell/shell.tsx'];
      const chunks = [...reached([entry, ...shell, page])].flatMap((name) => manifest[name] ?? []);
      const styles = new Set(chunks.flatMap((chunk) => chunk.css ?? []));
      return {
        page,
        scripts: chunks.reduce((sum, chunk) => sum + size(chunk.file), 0),
        styles: [...styles].reduce((sum, file) => sum + size(file), 0),
      };
    });
}
