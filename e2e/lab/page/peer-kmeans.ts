import { kmeans } from 'ml-kmeans';
import { accept } from '#core/result.ts';
import { openDatabase } from '#db/open-database.ts';
import { listRecords } from '#db/sealed-table.ts';
import type { LabPage } from './lab-contract.ts';
import { scaledMatrix } from './segment-matrix.ts';

/** ml-kmeans as its page shows it, on the matrix of the last run of our own; blocks the page. */
export const peerKmeans: LabPage['peerKmeans'] = async ({ k, seed }) => {
  const opened = await openDatabase('lab-segment');
  if (!opened.ok) return opened;
  const [run] = await listRecords(opened.value, 'segmentRuns', {
    index: 'createdAt',
    reverse: true,
  });
  if (run === undefined) throw new Error('Segments must be found before they are compared.');
  const { rows, width, values } = await scaledMatrix(opened.value, run, undefined, 'standard');
  const points = Array.from({ length: rows }, (_, row) =>
    Array.from(values.subarray(row * width, (row + 1) * width)),
  );
  const startedAt = performance.now();
  const { clusters, centroids } = kmeans(points, k, { seed, initialization: 'kmeans++' });
  const ms = performance.now() - startedAt;
  const inertia = points.reduce((sum, point, row) => {
    const centre = centroids[clusters[row] ?? 0] ?? [];
    return sum + point.reduce((gaps, value, at) => gaps + (value - (centre[at] ?? 0)) ** 2, 0);
  }, 0);
  return accept({ ms, inertia });
};
