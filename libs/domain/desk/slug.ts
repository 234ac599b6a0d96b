/** A name as it stands in an address: "Castelluccio Inferiore" is "castelluccio-inferiore". */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/**
 * The address of a call: short title and year of its launch, "send-2027"; a further call of the same name in the year
 * is "send-2027-a2".
 */
export function callSlug(shortTitle: string, year: string, taken: ReadonlySet<string>): string {
  const base = `${slugOf(shortTitle)}-${year}`;
  let slug = base;
  for (let n = 2; taken.has(slug); n += 1) slug = `${base}-a${n}`;
  return slug;
}

/** The address of an application: "rivello-send-2027", of a further attempt "rivello-send-2027-2". */
export function applicationSlug(applicant: string, call: string, attempt: number): string {
  return `${slugOf(applicant)}-${call}${attempt === 1 ? '' : `-${attempt}`}`;
}

/** Of a title, what stands in an address. */
const MOST_OF_TITLE = 60;

/** How the address of a noted call begins: the words of its title. */
export function notedSlugBase(title: string): string {
  const words = slugOf(title).slice(0, MOST_OF_TITLE).replace(/-$/, '');
  return words === '' ? 'avviso' : words;
}

/** The address of a noted call; a further one of the same title is "titolo-2". */
export function notedSlug(base: string, taken: ReadonlySet<string>): string {
  let slug = base;
  for (let n = 2; taken.has(slug); n += 1) slug = `${base}-${n}`;
  return slug;
}
