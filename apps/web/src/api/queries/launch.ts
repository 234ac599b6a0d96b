import { queryOptions, skipToken } from '@tanstack/react-query';
import { ask } from '../client.js';

/** What a launch would do, as far as it was chosen. */
export const launchPreviewQuery = ({
  definition,
  ...chosen
}: {
  actingBody: string;
  definition: { id: string; version: number } | undefined;
  comuni: string[] | 'all';
  confirmed: string[];
}) =>
  queryOptions({
    queryKey: ['launch-preview', definition, chosen],
    queryFn:
      definition === undefined
        ? skipToken
        : // As the page launches: within the brake nothing leaves.
          () => ask('POST /calls/preview', { body: { ...chosen, definition, brake: true } }),
    placeholderData: (before) => before,
  });
