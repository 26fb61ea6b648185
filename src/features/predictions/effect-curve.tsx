import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { dayNumber } from '#core/day-number.ts';
import type { EffectPoint } from '#core/predictions/effects/column-effect.ts';
import { useWidth } from '#ui/charts/use-width.ts';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './column-effects.module.css';
import { chanceOf } from './say-effect.ts';

const height = 180;
const edge = { left: 56, right: 20, top: 8, bottom: 32 };
/** Curves that hardly rise are drawn as that, not blown up. */
const leastSpan = 0.04;

const placeOf = ({ value }: EffectPoint): number =>
  typeof value === 'string' ? dayNumber(value) : Number(value);

/** The chance along the values of a number or a day; the dashed line is the usual. */
export function EffectCurve({
  name,
  points,
  usual,
}: {
  readonly name: string;
  readonly points: readonly EffectPoint[];
  readonly usual: number;
}) {
  const { words, format } = useWords();
  const [frame, width] = useWidth<HTMLDivElement>();
  const isDay = typeof points[0]?.value === 'string';
  const inner = {
    width: Math.max(0, width - edge.left - edge.right),
    height: height - edge.top - edge.bottom,
  };
  const chances = points.map(({ effect }) => chanceOf(effect, usual));
  const low = Math.min(usual, ...chances);
  const high = Math.max(usual, ...chances);
  const spare = Math.max(0, leastSpan - (high - low)) / 2;
  const x = scaleLinear<number>({
    domain: [Math.min(...points.map(placeOf)), Math.max(...points.map(placeOf))],
    range: [0, inner.width],
  });
  const y = scaleLinear<number>({
    domain: [Math.max(0, low - spare), Math.min(1, high + spare)],
    range: [inner.height, 0],
    nice: true,
  });
  const ticks = { className: styles.tick ?? '', fill: '', fontSize: 14 };
  const sayPlace = (value: number) => (isDay ? format.dayNumber(value) : format.number(value));
  return (
    <div ref={frame}>
      <p className={styles.word}>↑ {words.effects.likelier}</p>
      {width > 0 && (
        <svg width={width} height={height} aria-hidden="true">
          <Group left={edge.left} top={edge.top}>
            <AxisLeft
              scale={y}
              numTicks={4}
              axisClassName={styles.axis ?? ''}
              tickFormat={(value) => format.share(Number(value))}
              tickLabelProps={{ ...ticks, textAnchor: 'end', dx: -4, dy: 4 }}
            />
            <AxisBottom
              scale={x}
              top={inner.height}
              numTicks={isDay ? 2 : 4}
              axisClassName={styles.axis ?? ''}
              tickFormat={(value) => sayPlace(Number(value))}
              tickLabelProps={{ ...ticks, textAnchor: 'middle', dy: 4 }}
            />
            <path d={`M0,${y(usual)}H${inner.width}`} className={styles.usual} />
            <LinePath
              data={[...points]}
              x={(point) => x(placeOf(point))}
              y={({ effect }) => y(chanceOf(effect, usual))}
              className={styles.line ?? ''}
            />
          </Group>
        </svg>
      )}
      <p className={styles.word}>↓ {words.effects.lessLikely}</p>
      <p className={`${styles.word} ${styles.across}`}>{name} →</p>
    </div>
  );
}
