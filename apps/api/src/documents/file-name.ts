/** Only the last part of a path, without control characters; the name is for people, never for the file system. */
export function fileNameIn(said: string): string {
  const name = said.split(/[/\\]/).at(-1) ?? '';
  return name.replaceAll(/\p{Cc}/gu, '').slice(0, 200) || 'documento';
}
