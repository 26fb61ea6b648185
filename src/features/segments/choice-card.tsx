import type { CountEvidence } from '#core/segments/choose-count.ts';
import type { SegmentChoice } from '#core/segments/segment-run.ts';
import { type Column, Table } from '#ui/lists/table.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { ChoiceChart } from './choice-chart.tsx';
import styles from './segments.module.css';

/** Why so many segments: what was measured of each number tried, as a curve and as figures. */
export function ChoiceCard({
  choice,
  k,
}: {
  readonly choice: SegmentChoice;
  /** The number taken. */
  readonly k: number;
}) {
  const { words, format } = useWords();
  const own = words.segments;
  const { counts, isAuto, verdict, measured, resamples } = choice;
  const nearest = verdict === 'unstable' ? own.chosenNearest : own.chosenBy;
  const why = isAuto ? nearest : own.chosenByYou;
  const figure = (
    id: string,
    name: string,
    cell: (one: CountEvidence) => string,
  ): Column<CountEvidence> => ({ id, name, cell, isNumber: true });
  return (
    <Card title={isAuto ? own.whyThisMany : own.howWellTheyHold}>
      <p className={styles.muted}>
        {why(format.number(k))} {own.measuredOn(measured, resamples)}
      </p>
      {counts.length > 1 && <ChoiceChart counts={counts} taken={k} />}
      <Table
        label={own.byCount}
        columns={[
          figure('k', own.segmentCount, (one) => (one.k === k ? own.taken(one.k) : String(one.k))),
          figure('stability', own.stability, ({ stability }) => format.decimals(stability)),
          figure('silhouette', own.silhouetteShort, ({ silhouette }) =>
            format.decimals(silhouette),
          ),
          figure('smallest', own.smallest, ({ smallest }) => format.share(smallest)),
          figure('border', own.border, ({ border }) => format.decimals(border)),
          figure('inertia', own.inertia, ({ inertia }) => format.number(Math.round(inertia))),
        ]}
        rows={counts}
        rowKey={(one) => String(one.k)}
      />
    </Card>
  );
}
