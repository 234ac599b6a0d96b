/** Pictures of the guides, as they stand in `docs/guida`. */
const PICTURES = import.meta.glob<string>('../../../../../docs/guida/immagini/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Where a picture is served. */
export function pictureOf(file: string): string | undefined {
  return PICTURES[`../../../../../docs/guida/immagini/${file}`];
}
