import type { SegmentContract } from '#contracts/segment.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { chooseCount, judgeCount, triedCounts } from '#core/segments/choose-count.ts';
import type { GridKind } from '#core/segments/grid-kinds.ts';
import type { SegmentName } from '#core/segments/name-segments.ts';
import { rfmGrid } from '#core/segments/rfm-grid.ts';
import type { SegmentChoice } from '#core/segments/segment-run.ts';
import { clusterRows, type Turns } from './cluster-rows.ts';
import { measureCounts, measuredOf, resamples } from './measure-counts.ts';
import type { Reading } from './read-input.ts';

type Input = SegmentContract['run']['input'];

/** A segment per row, before it has an order, a name and a colour. */
export type Labels = {
  readonly labels: Int32Array;
  readonly sizes: Uint32Array;
  readonly choice?: SegmentChoice;
  readonly grid?: { readonly kind: GridKind; readonly names: readonly SegmentName[] };
};

const byGrid = ({ rfm }: Reading): Result<Labels> => {
  if (rfm === undefined) return refuse('no-orders');
  const { kind, labels, names } = rfmGrid(rfm);
  const sizes = new Uint32Array(names.length);
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1;
  return accept({ labels, sizes, grid: { kind, names } });
};

/** The share of the work that is measuring, by how many numbers of segments are tried. */
const measuringShare = (tried: number) => (tried > 1 ? 0.7 : 0.3);

/** The number of segments and why; `auto` tries those there can be. Undefined when cancelled. */
const decideCount = async (
  { matrix, different }: Reading,
  { k, seed }: { readonly k: number | 'auto'; readonly seed: number },
  turns: Turns,
): Promise<{ k: number; choice?: SegmentChoice } | undefined> => {
  if (k === 1) return { k };
  const tried = k === 'auto' ? triedCounts.filter((count) => count <= different) : [k];
  const share = measuringShare(tried.length);
  const counts = await measureCounts(matrix, tried, seed, {
    ...turns,
    onFraction: (done) => turns.onFraction(share * done),
  });
  const chosen = chooseCount(counts ?? []);
  if (counts === undefined || chosen === undefined) return undefined;
  const choice = {
    isAuto: k === 'auto',
    verdict: judgeCount(chosen),
    measured: measuredOf(matrix),
    resamples,
    counts: [...counts],
  };
  return { k: chosen.k, choice };
};

/**
 * Gives every row its segment: by the RFM grid, or by k-means with the number asked for or chosen.
 * Refuses: cancelled, no-orders (a grid of own columns).
 */
export const findLabels = async (
  reading: Reading,
  { k, seed }: Pick<Input, 'k' | 'seed'>,
  turns: Turns,
): Promise<Result<Labels>> => {
  if (k === 'grid') return byGrid(reading);
  const decided = await decideCount(reading, { k, seed }, turns);
  if (decided === undefined) return refuse('cancelled');
  const share = measuringShare(decided.choice?.counts.length ?? 1);
  const clusters = await clusterRows(reading.matrix, decided.k, seed, {
    ...turns,
    onFraction: (done) => turns.onFraction(share + (1 - share) * done),
  });
  if (!clusters.ok) return clusters;
  const { labels, sizes } = clusters.value.assignment;
  return accept({ labels, sizes, ...(decided.choice !== undefined && { choice: decided.choice }) });
};
