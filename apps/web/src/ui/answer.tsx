import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem, unreachable } from '../api/problem.js';
import { Loading } from './loading.js';
import { ProblemNotice } from './notice.js';

/** What a query answered, or that it is on its way, or why not. What was seen stays in sight while it is asked again. */
export function Answer<T>({
  query,
  children,
}: {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error === null) return <Loading />;
  const problem = query.error instanceof Problem ? query.error : unreachable();
  return <ProblemNotice problem={problem} again={() => void query.refetch()} />;
}
