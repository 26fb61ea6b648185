import type { SegmentRun } from '#core/segments/segment-run.ts';
import type { Words } from '#i18n/en.ts';
import type { MapPoints } from './read-map.ts';
import { columnName } from './segment-words.ts';

/** Columns named of a direction: the rest adds little. */
const mostNamed = 2;

/** What an axis is called: a column by its name, a direction by the columns it is made of most. */
export const sayAxis = (
  { columns, source }: SegmentRun,
  { directions }: Pick<MapPoints, 'directions'>,
  axis: number,
  { segments: own }: Pick<Words, 'segments'>,
): string => {
  const column = columns[axis];
  if (column !== undefined) return columnName(source, column.name, { own });
  const at = axis - columns.length;
  const weights = directions[at]?.weights ?? [];
  const most = [...weights.keys()]
    .sort((a, b) => Math.abs(weights[b] ?? 0) - Math.abs(weights[a] ?? 0))
    .slice(0, mostNamed)
    .map((place) => columnName(source, columns[place]?.name ?? '', { own }));
  return own.direction(at + 1, most);
};
