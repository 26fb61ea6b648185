import type { ImportCheck } from '#contracts/import.ts';
import { Grid } from '#ui/surfaces/page.tsx';
import { StatTile } from '#ui/surfaces/stat-tile.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { FileCounts } from './file-counts.tsx';
import { splitSkipped } from './split-skipped.ts';

/** How many rows are new, change something, are left out or refused. */
export function CheckCounts({ check }: { readonly check: ImportCheck }) {
  const { words, format } = useWords();
  const { imports } = words;
  const { rowsRead, added, updated, skipped, errors, files, made } = check;
  const split = splitSkipped(skipped, errors);
  const figures: readonly (readonly [string, number])[] = [
    [imports.rowsRead, rowsRead],
    [imports.isNew, added],
    [imports.wouldUpdate, updated],
    ...(split === undefined
      ? ([[imports.notTaken, skipped]] as const)
      : ([
          ...(split.left > 0 ? ([[imports.leftThere, split.left]] as const) : []),
          [imports.refusedRows, split.faulty],
        ] as const)),
    ...(made.orders > 0 ? ([[imports.ordersMade, made.orders]] as const) : []),
    ...(made.returns > 0 ? ([[imports.returnsMade, made.returns]] as const) : []),
  ];
  return (
    <>
      <Grid>
        {figures.map(([name, figure]) => (
          <StatTile key={name} name={name} figure={format.number(figure)} />
        ))}
      </Grid>
      {files.length > 1 && <FileCounts files={files} added={imports.isNew} />}
    </>
  );
}
