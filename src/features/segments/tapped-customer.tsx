import type { SegmentRun } from '#core/segments/segment-run.ts';
import { readRows } from '#jobs/directory-jobs.ts';
import { ButtonLink } from '#ui/controls/button.tsx';
import { useAsked } from '#ui/live/use-asked.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { useWords } from '#ui/words/words-context.tsx';
import type { AxisPair, MapPoints } from './read-map.ts';
import { sayAxis } from './say-axis.ts';
import { SegmentMark } from './segment-mark.tsx';
import type { ShapeName } from './segment-shapes.ts';
import { nameOf, sayValue } from './segment-words.ts';
import styles from './segments.module.css';

/** Who was tapped on the map: name, segment and the two values, and the way to them. */
export function TappedCustomer({
  run,
  points,
  at,
  chosen,
  shapes,
  currency,
}: {
  readonly run: SegmentRun;
  readonly points: MapPoints;
  /** Place among the points; −1: nobody. */
  readonly at: number;
  readonly chosen: AxisPair;
  readonly shapes: readonly ShapeName[];
  readonly currency: string;
}) {
  const { words, format, language } = useWords();
  const own = words.segments;
  const ord = points.ords[at];
  const { answer } = useAsked(
    (signal) => readRows(ord === undefined ? [] : [ord], signal),
    String(ord),
  );
  const row = answer?.find((one) => one.ord === ord);
  const index = points.segment[at] ?? -1;
  const segment = run.segments[index];
  const axes = [...new Set([chosen.x, chosen.y])].filter((axis) => axis < run.columns.length);
  const say = (axis: number) => {
    const { name = '' } = run.columns[axis] ?? {};
    const value = points.values[axis * points.ords.length + at] ?? Number.NaN;
    return `${sayAxis(run, points, axis, words)}: ${sayValue(run.source, name, value, { own, format, currency })}`;
  };
  return (
    <div className={styles.tapped} aria-live="polite">
      {(row === undefined || segment === undefined) && (
        <p className={styles.muted}>{own.tapHint}</p>
      )}
      {row !== undefined && segment !== undefined && (
        <>
          <ButtonLink href={hrefOf.customer(row.id)}>
            {row.name || words.ui.customerNumber(row.ord + 1)}
          </ButtonLink>
          <span className={styles.named}>
            <SegmentMark colour={segment.colour} shape={shapes[index] ?? 'circle'} />
            {nameOf(segment, language)}
          </span>
          <span className={styles.muted}>{axes.map(say).join(' · ')}</span>
        </>
      )}
    </div>
  );
}
