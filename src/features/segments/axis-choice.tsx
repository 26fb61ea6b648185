import type { SegmentRun } from '#core/segments/segment-run.ts';
import { Select } from '#ui/controls/select.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import type { AxisPair, MapPoints } from './read-map.ts';
import { sayAxis } from './say-axis.ts';

/** Which two of the run's columns, or of the directions in which customers differ most, the map shows. */
export function AxisChoice({
  run,
  points,
  chosen,
  onChange,
}: {
  readonly run: SegmentRun;
  readonly points: MapPoints;
  readonly chosen: AxisPair;
  readonly onChange: (chosen: AxisPair) => void;
}) {
  const { words } = useWords();
  const own = words.segments;
  const choices = Array.from(
    { length: run.columns.length + points.directions.length },
    (_, axis) => ({ id: String(axis), text: sayAxis(run, points, axis, words) }),
  );
  return (
    <Row>
      {(['x', 'y'] as const).map((side) => (
        <Select
          key={side}
          label={own.axes[side]}
          choices={choices}
          value={String(chosen[side])}
          onChange={(axis) => onChange({ ...chosen, [side]: Number(axis) })}
        />
      ))}
    </Row>
  );
}
