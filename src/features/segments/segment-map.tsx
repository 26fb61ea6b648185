import { useEffect, useMemo, useRef, useState } from 'react';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import { useWidth } from '#ui/charts/use-width.ts';
import { Checkbox } from '#ui/controls/checkbox.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { drawMap, readMarks } from './draw-map.ts';
import { MapAxes, mapEdge } from './map-axes.tsx';
import { fitAxis } from './place-on-axis.ts';
import type { MapData } from './read-map.ts';
import { SegmentMark } from './segment-mark.tsx';
import type { ShapeName } from './segment-shapes.ts';
import { columnName, nameOf } from './segment-words.ts';
import styles from './segments.module.css';
import { useThemeTick } from './use-theme-tick.ts';

const height = 340;

/** Every customer as a point between the first two columns, drawn as pixels; the legend hides segments. */
export function SegmentMap({
  run,
  shapes,
  data,
}: {
  readonly run: SegmentRun;
  readonly shapes: readonly ShapeName[];
  readonly data: MapData;
}) {
  const { words, language } = useWords();
  const own = words.segments;
  const [frame, full] = useWidth<HTMLDivElement>();
  const width = Math.max(0, full - mapEdge.left - mapEdge.right);
  const canvas = useRef<HTMLCanvasElement>(null);
  const legend = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const theme = useThemeTick();
  const [first, second] = run.columns;
  const axes = useMemo(
    () => ({
      x: fitAxis(data.x, first?.log ?? false),
      y: fitAxis(data.y, second?.log ?? false),
    }),
    [data, first, second],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: theme says when colours have changed
  useEffect(() => {
    if (canvas.current === null || legend.current === null) return;
    const marks = readMarks(legend.current, run.segments, shapes, hidden);
    drawMap(canvas.current, { width, height }, data, axes, marks);
  }, [width, data, axes, run, shapes, hidden, theme]);
  const toggle = (id: string, isShown: boolean) =>
    setHidden(new Set(isShown ? [...hidden].filter((one) => one !== id) : [...hidden, id]));
  const names = {
    x: columnName(run.source, first?.name ?? '', { own }),
    y: columnName(run.source, second?.name ?? '', { own }),
  };
  return (
    <>
      <div ref={legend} className={styles.legend}>
        {run.segments.map((segment, index) => (
          <Checkbox
            key={segment.id}
            isSelected={!hidden.has(segment.id)}
            onChange={(isShown) => toggle(segment.id, isShown)}
          >
            <SegmentMark colour={segment.colour} shape={shapes[index] ?? 'circle'} />
            {nameOf(segment, language)}
          </Checkbox>
        ))}
      </div>
      <div ref={frame} className={styles.map}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={own.mapOf(names.x, names.y)}
          className={styles.canvas}
          style={{ left: mapEdge.left, top: mapEdge.top, width, height }}
        />
        {width > 0 && <MapAxes axes={axes} names={names} width={width} height={height} />}
      </div>
    </>
  );
}
