/** Guides and their pictures, as they stand in `docs/guida`; each is loaded when it is opened. */
const TEXTS = import.meta.glob<string>('../../../../../docs/guida/*.md', {
  query: '?raw',
  import: 'default',
});
const PICTURES = import.meta.glob<string>('../../../../../docs/guida/immagini/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

const at = '../../../../../docs/guida';

/** The Markdown of a guide; undefined when there is none of this name. */
export async function textOf(guide: string): Promise<string | null> {
  return (await TEXTS[`${at}/${guide}.md`]?.()) ?? null;
}

/** Where a picture is served. */
export function pictureOf(file: string): string | undefined {
  return PICTURES[`${at}/immagini/${file}`];
}
