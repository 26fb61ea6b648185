import { accept, type Result } from '#core/result.ts';
import type { SegmentMove, SegmentRun } from '#core/segments/segment-run.ts';
import { type ColumnChunk, readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { readRows } from '#jobs/directory-jobs.ts';

/** A customer who changed segment. */
export type Moved = { readonly id: string; readonly name: string };

/** Names shown of one move. */
export const mostMoved = 50;

/** Places of the first customers of a move in the label chunks of a run. */
export const placesOfMove = (
  chunks: readonly ColumnChunk[],
  { from, to }: Pick<SegmentMove, 'from' | 'to'>,
  most: number,
): readonly number[] => {
  const places: number[] = [];
  for (const { first, columns } of chunks)
    for (let row = 0; row < (columns.segment?.length ?? 0) && places.length < most; row += 1)
      if (columns.segment?.[row] === to && columns.before?.[row] === from) places.push(first + row);
  return places;
};

/** Who they are, at most fifty; a customer deleted since is left out. */
export const readMoved = async (
  db: Database,
  run: SegmentRun,
  move: Pick<SegmentMove, 'from' | 'to'>,
  signal: AbortSignal,
): Promise<Result<readonly Moved[]>> => {
  const chunks = await readColumns(db, `segments.${run.id}`);
  const rows = await readRows(placesOfMove(chunks, move, mostMoved), signal);
  return rows.ok ? accept(rows.value.map(({ id, name }) => ({ id, name }))) : rows;
};
