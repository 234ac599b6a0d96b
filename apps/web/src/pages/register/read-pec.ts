import PostalMime from 'postal-mime';
import { inRome } from '../../ui/dates.js';

/** What a PEC says of itself. Days are `YYYY-MM-DD`, hours `HH:MM`, in Rome. */
export interface Pec {
  from: string;
  subject: string;
  /** When it was delivered; by the provider's certificate where there is one. */
  on?: string;
  at?: string;
  /** The provider certified the day and hour. */
  certified: boolean;
  /** All its words, in which names and numbers are looked for. */
  text: string;
}

/** Reads an e-mail file in the browser; nothing leaves it. @throws Error where it is no e-mail. */
export async function readPec(file: File): Promise<Pec> {
  const outer = await PostalMime.parse(await file.arrayBuffer());
  if (outer.from === undefined && outer.date === undefined) throw new Error('no e-mail');
  const certificate = outer.attachments.find((each) => /daticert\.xml$/i.test(each.filename ?? ''));
  const envelope = outer.attachments.find((each) => /\.eml$/i.test(each.filename ?? ''));
  const inner = envelope === undefined ? undefined : await PostalMime.parse(bytesOf(envelope.content));
  const certified = certificate === undefined ? undefined : certifiedIn(textOf(certificate.content));
  const moment = certified?.moment ?? momentOf(outer.date);
  const [on, at] = moment?.split('T') ?? [];
  return {
    from: certified?.from ?? inner?.from?.address ?? outer.from?.address ?? '',
    subject: (certified?.subject ?? inner?.subject ?? outer.subject ?? '').replace(
      /^(?:posta certificata|consegna):\s*/i,
      '',
    ),
    ...(on === undefined ? {} : { on }),
    ...(at === undefined ? {} : { at: at.slice(0, 5) }),
    certified: certified?.moment !== undefined,
    text: [outer.subject, outer.text, inner?.subject, inner?.text]
      .filter((each) => each !== undefined)
      .join('\n'),
  };
}

/** The provider's `daticert.xml` (d.m. 2 novembre 2005, rules of the PEC): sender, subject, day and hour. */
function certifiedIn(xml: string): { from?: string; subject?: string; moment?: string } {
  const page = new DOMParser().parseFromString(xml, 'application/xml');
  const said = (name: string) => page.querySelector(name)?.textContent?.trim();
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(said('data > giorno') ?? '') ?? [];
  const hour = said('data > ora');
  const from = said('mittente');
  const subject = said('oggetto');
  return {
    ...(from === undefined ? {} : { from }),
    ...(subject === undefined ? {} : { subject }),
    ...(year === undefined || hour === undefined ? {} : { moment: `${year}-${month}-${day}T${hour}` }),
  };
}

function momentOf(date: string | undefined): string | undefined {
  return date === undefined || Number.isNaN(Date.parse(date)) ? undefined : inRome(date);
}

function textOf(content: ArrayBuffer | Uint8Array | string): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): ArrayBuffer | Uint8Array | string {
  return content;
}
