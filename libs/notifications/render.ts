import { asHtml } from './content/as-html.js';
import { asText } from './content/as-text.js';
import { subjectOf } from './content/subject.js';
import type { MailView } from './mail-view.js';
import { compose } from './templates/compose.js';
import { sentence } from './templates/composed.js';
import { answers, footer, greeting, instead, thanks } from './templates/frame.js';

/** An e-mail as it goes out: text and HTML say the same words. */
export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

/** Writes the e-mail of one person: one item as a letter of its own, several as one list. Pure. */
export function render(view: MailView): RenderedMail {
  const composed = compose(view);
  const subject = subjectOf(composed.subject);
  const said = view.replaces === true ? [instead(), ...composed.body.map(sentence)] : composed.body;
  const body = [greeting(view), ...said, ...answers(view, composed.answers), thanks(view)];
  const foot = footer(view);
  return { subject, text: asText([...body, ...foot]), html: asHtml(subject, body, foot) };
}
