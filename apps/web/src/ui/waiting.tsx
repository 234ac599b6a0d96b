import type { UseQueryResult } from '@tanstack/react-query';
import { Answer } from './answer.js';

/** Shows how one of several questions of a page fares, until all are answered. */
export function Waiting({ query }: { query: UseQueryResult<unknown> | undefined }) {
  return query === undefined ? null : <Answer query={query}>{() => null}</Answer>;
}
