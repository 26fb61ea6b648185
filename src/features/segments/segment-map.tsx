import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import { useWidth } from '#ui/charts/use-width.ts';
import { Checkbox } from '#ui/controls/checkbox.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { AxisChoice } from './axis-choice.tsx';
import { drawMap, nearestPoint, readMarks } from './draw-map.ts';
import { MapAxes, mapEdge } from './map-axes.tsx';
import { fitAxis } from './place-on-axis.ts';
import { type MapPoints, pickAxes, tellingAxes } from './read-map.ts';
import { sayAxis } from './say-axis.ts';
import { SegmentMark } from './segment-mark.tsx';
import type { ShapeName } from './segment-shapes.ts';
import { nameOf, sayTick } from './segment-words.ts';
import styles from './segments.module.css';
import { TappedCustomer } from './tapped-customer.tsx';
import { useThemeTick } from './use-theme-tick.ts';

const height = 340;

/**
 * Every customer as a point between two axes of one's choice, drawn as pixels. The legend hides segments,
 * a tap says who somebody is.
 */
export function SegmentMap({
  run,
  shapes,
  points,
  currency,
}: {
  readonly run: SegmentRun;
  readonly shapes: readonly ShapeName[];
  readonly points: MapPoints;
  readonly currency: string;
}) {
  const { words, format, language } = useWords();
  const own = words.segments;
  const [frame, full] = useWidth<HTMLDivElement>();
  const width = Math.max(0, full - mapEdge.left - mapEdge.right);
  const canvas = useRef<HTMLCanvasElement>(null);
  const legend = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState(() => tellingAxes(run));
  const [tapped, setTapped] = useState(-1);
  const theme = useThemeTick();
  const data = useMemo(() => pickAxes(points, chosen), [points, chosen]);
  const axes = useMemo(() => {
    const logOf = (axis: number) => run.columns[axis]?.log ?? false;
    return { x: fitAxis(data.x, logOf(chosen.x)), y: fitAxis(data.y, logOf(chosen.y)) };
  }, [data, chosen, run]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: theme says when colours have changed
  useEffect(() => {
    if (canvas.current === null || legend.current === null) return;
    const marks = readMarks(legend.current, run.segments, shapes, hidden);
    drawMap(canvas.current, { width, height }, data, axes, marks);
  }, [width, data, axes, run, shapes, hidden, theme]);
  const toggle = (id: string, isShown: boolean) =>
    setHidden(new Set(isShown ? [...hidden].filter((one) => one !== id) : [...hidden, id]));
  const tap = ({ nativeEvent }: MouseEvent) => {
    const at = { x: nativeEvent.offsetX, y: nativeEvent.offsetY };
    const isShown = (segment: number) => !hidden.has(run.segments[segment]?.id ?? '');
    setTapped(nearestPoint(at, { width, height }, data, axes, isShown));
  };
  const names = {
    x: sayAxis(run, points, chosen.x, words),
    y: sayAxis(run, points, chosen.y, words),
  };
  const sayOn = (axis: number) => (value: number) =>
    sayTick(run.source, run.columns[axis]?.name, value, format);
  const say = { x: sayOn(chosen.x), y: sayOn(chosen.y) };
  return (
    <>
      <AxisChoice run={run} points={points} chosen={chosen} onChange={setChosen} />
      <div ref={legend} className={styles.legend}>
        {run.segments.map((segment, index) =>
          segment.isApart === true ? null : (
            <Checkbox
              key={segment.id}
              isSelected={!hidden.has(segment.id)}
              onChange={(isShown) => toggle(segment.id, isShown)}
            >
              <SegmentMark colour={segment.colour} shape={shapes[index] ?? 'circle'} />
              {nameOf(segment, language)}
            </Checkbox>
          ),
        )}
      </div>
      <div ref={frame} className={styles.map}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={own.mapOf(names.x, names.y)}
          className={styles.canvas}
          style={{ left: mapEdge.left, top: mapEdge.top, width, height }}
          onClick={tap}
        />
        {width > 0 && <MapAxes axes={axes} names={names} say={say} width={width} height={height} />}
      </div>
      <TappedCustomer
        run={run}
        points={points}
        at={tapped}
        chosen={chosen}
        shapes={shapes}
        currency={currency}
      />
    </>
  );
}
