import type { SegmentRun } from '#core/segments/segment-run.ts';
import { type Column, Table } from '#ui/lists/table.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import type { Standing } from './compare-with-average.ts';
import { SegmentMark } from './segment-mark.tsx';
import type { ShapeName } from './segment-shapes.ts';
import { columnName, isWithoutOrders, nameOf, sayValue } from './segment-words.ts';
import styles from './segments.module.css';

type Row = {
  readonly id: string;
  readonly index: number | undefined;
  readonly name: string;
  readonly size: number;
  readonly revenueShare: number | undefined;
};

/** All segments against all columns, the last line for everybody: the cards and the map as figures. */
export function ProfileTable({
  run,
  standings,
  shapes,
  currency,
}: {
  readonly run: SegmentRun;
  readonly standings: readonly (readonly Standing[])[];
  readonly shapes: readonly ShapeName[];
  readonly currency: string;
}) {
  const { words, format, language } = useWords();
  const own = words.segments;
  const wording = { own, format, currency };
  const rows: readonly Row[] = [
    ...run.segments.map((segment, index) => ({
      id: segment.id,
      index,
      name: nameOf(segment, language),
      size: segment.size,
      revenueShare: segment.revenueShare,
    })),
    {
      id: 'all',
      index: undefined,
      name: own.everybody,
      size: run.customers,
      revenueShare: undefined,
    },
  ];
  const cellOf = (place: number, name: string) => (row: Row) => {
    const standing = row.index === undefined ? undefined : standings[row.index]?.[place];
    const say = (value: number) => sayValue(run.source, name, value, wording);
    const segment = run.segments[row.index ?? -1];
    if (name === 'recencyDays' && segment !== undefined && isWithoutOrders(run, segment))
      return own.never;
    if (segment?.isApart === true) return place === 0 ? own.never : '–';
    if (standing === undefined) return say(run.overallMeans[place] ?? 0);
    return (
      <span className={styles.heat} data-band={standing.band}>
        {say(standing.own)}
        <small>{own.bands[standing.band]}</small>
      </span>
    );
  };
  const named = ({ index, name }: Row) => (
    <span className={styles.named}>
      {index !== undefined && (
        <SegmentMark colour={run.segments[index]?.colour ?? 0} shape={shapes[index] ?? 'circle'} />
      )}
      {name}
    </span>
  );
  const hasRevenue = run.segments.some(({ revenueShare }) => revenueShare !== undefined);
  const revenue: Column<Row> = {
    id: 'revenue',
    name: own.revenue,
    cell: ({ revenueShare }) => (revenueShare === undefined ? '' : format.share(revenueShare)),
    isNumber: true,
  };
  return (
    <Card title={own.profile}>
      <Table
        label={own.against}
        columns={[
          { id: 'segment', name: own.segment, cell: named },
          { id: 'size', name: own.size, cell: ({ size }) => format.number(size), isNumber: true },
          ...(hasRevenue ? [revenue] : []),
          ...run.columns.map(({ name }, place) => ({
            id: `column-${place}`,
            name: columnName(run.source, name, wording),
            cell: cellOf(place, name),
            isNumber: true,
          })),
        ]}
        rows={rows}
        rowKey={({ id }) => id}
      />
    </Card>
  );
}
