import { queryOptions } from '@tanstack/react-query';
import type { LaunchPreview } from '#contracts/launch-preview.js';
import { command } from '../client.js';

/** What a launch would do, as far as it was chosen. */
export const launchPreviewQuery = (chosen: {
  actingBody: string;
  definition: { id: string; version: number } | undefined;
  comuni: readonly string[] | 'all';
  confirmed: readonly string[];
}) =>
  queryOptions({
    queryKey: ['launch-preview', chosen],
    // As the page launches: within the brake nothing leaves.
    queryFn: () => command<LaunchPreview>('/calls/preview', { ...chosen, brake: true }),
    placeholderData: (before) => before,
  });
