import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

export async function writePacked(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await promisify(gzip)(text, { level: 9 }));
}

export async function readPacked(file: string): Promise<string> {
  return (await promisify(gunzip)(await readFile(file))).toString();
}

/** Some files of a folder in one, by their path in it. */
export async function packFiles(folder: string, paths: readonly string[], file: string): Promise<void> {
  const files: Record<string, string> = {};
  for (const path of paths) files[path] = (await readFile(join(folder, path))).toString('base64');
  await writePacked(file, JSON.stringify(files));
}

export async function unpackFiles(file: string, folder: string): Promise<void> {
  const files = JSON.parse(await readPacked(file)) as Record<string, string>;
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), Buffer.from(content, 'base64'));
  }
}
