import { aboutOf } from '#domain/reminder/message-key.js';
import type { MessageHead } from '#domain/reminder/message.js';

/**
 * Name of a decided message without application, person and ids, equal in a simulation and in a real run:
 * `cupEntry#1/2024-07-29~2024-07-26/-3/reminder`, `filed/fact-7`. Facts are named by their place in the stream.
 *
 * @param facts the application's stream, which gives each id its number.
 */
export function plainKey(
  message: Pick<MessageHead, 'key' | 'person' | 'application'>,
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
