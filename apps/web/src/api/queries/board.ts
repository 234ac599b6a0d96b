import { queryOptions } from '@tanstack/react-query';
import type { Board } from '#contracts/board.js';
import { ask } from '../client.js';

export const boardQuery = queryOptions({
  queryKey: ['board'],
  queryFn: ({ signal }) => ask<Board>('/board', signal),
});
