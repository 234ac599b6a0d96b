import type { RecordedAnswer } from '#contracts/recorded.js';
import type { Recorded } from '../record/recorded.js';

/** What a person hears of what was put on record; when the engine looks again is the engine's own. */
export function recordedAnswer(recorded: Recorded): RecordedAnswer {
  const { facts, documents, head, seq, stage, wait, findings } = recorded;
  return { facts, documents, head, seq, stage, label: wait.label, sentence: wait.sentence, findings };
}
