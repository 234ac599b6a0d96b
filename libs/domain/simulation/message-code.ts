import { aboutOf } from '#domain/reminder/message-key.js';
import type { MessageDecision } from '#domain/reminder/message.js';

/**
 * Name of a decided message without application, person and ids, equal in a simulation and in a real run:
 * `cupEntry#1/2024-07-29~2024-07-26/-3/reminder`, `filed/fact-7`. Facts are named by their place in the stream.
 *
 * @param facts the application's stream, which gives each id its number.
 */
export function plainKey(
  message: Pick<MessageDecision, 'key' | 'person' | 'application'>,
  facts: readonly { id: string; seq: number }[],
): string {
  return aboutOf(message)
    .split('/')
    .map((part) => {
      const fact = facts.find((each) => each.id === part);
      return fact === undefined ? part : `fact-${fact.seq}`;
    })
    .join('/');
}

/** The same without the dates of terms and rounds, so that a reminder of a term that moved is still the same one. */
export function codeOfMessage(
  message: Pick<MessageDecision, 'key' | 'kind' | 'person' | 'application'>,
  facts: readonly { id: string; seq: number }[],
): string {
  const parts = plainKey(message, facts)
    .split('/')
    .filter((part) => part !== message.kind && !/^\d{4}-\d{2}-\d{2}[-~\d]*$/.test(part));
  return [message.kind, ...parts].join(' ');
}
