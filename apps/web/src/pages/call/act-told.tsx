import type { CasePreview } from '#contracts/preview.js';
import { words } from '../../words/index.js';

const say = words.call.preview;

/** E-mails of one application that an act cancels, moves and plans. */
export function MailsOf({ each: { messages } }: { each: CasePreview }) {
  const { cancelled, moved, planned } = messages;
  return say.mailsOf(cancelled.length, moved.length, planned.length);
}

/** Who is told of an act. */
export function ToldTo({ each: { told } }: { each: CasePreview }) {
  if (told.length === 0) return say.nobody;
  return told.map((person) => person.name ?? words.correct.somebody).join(', ');
}
