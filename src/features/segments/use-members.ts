import type { DirectoryQuery } from '#contracts/directory.ts';
import { findCustomers } from '#jobs/directory-jobs.ts';
import { useAsked } from '#ui/live/use-asked.ts';

/** The list of a segment's customers, those who brought most first. */
export const membersQuery = (segmentId: string): DirectoryQuery => ({
  search: '',
  filters: [{ column: 'segment', operator: 'any-of', values: [segmentId] }],
  sort: { column: 'revenueMinor', descending: true },
});

/** Places of a segment's customers, the provisional ones included; undefined until known. */
export const useMembers = (segmentId: string): Uint32Array | undefined =>
  useAsked((signal) => findCustomers(membersQuery(segmentId), signal), segmentId).answer?.ords;
