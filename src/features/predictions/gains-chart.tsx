import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import type { GainPoint } from '#core/predictions/quality.ts';
import { useWidth } from '#ui/charts/use-width.ts';
import { useWords } from '#ui/words/words-context.tsx';
// Its own sheet: sharing one would make this chunk wait for the whole screen's.
import chart from './chart.module.css';
import styles from './curve.module.css';

const height = 260;
const edge = { left: 52, right: 24, top: 8, bottom: 36 };

function Key({ name, look }: { readonly name: string; readonly look: string | undefined }) {
  return (
    <span>
      <svg width={28} height={12} aria-hidden="true">
        <path d="M0,6H28" className={look} />
      </svg>
      {name}
    </span>
  );
}

/** Of those looked for, the part found when the highest ranked are called first, and when anybody is. */
export function GainsChart({ gains }: { readonly gains: readonly GainPoint[] }) {
  const { words, format } = useWords();
  const own = words.predictions;
  const [frame, width] = useWidth<HTMLDivElement>();
  const inner = { width: Math.max(0, width - edge.left - edge.right), height: height - 44 };
  const x = scaleLinear<number>({ domain: [0, 1], range: [0, inner.width] });
  const y = scaleLinear<number>({ domain: [0, 1], range: [inner.height, 0] });
  const ticks = { className: styles.tick ?? '', fill: '', fontSize: 14 };
  const line = (of: (point: GainPoint) => number, look: string | undefined) => (
    <LinePath
      data={[...gains]}
      x={({ share }) => x(share)}
      y={(point) => y(of(point))}
      className={look ?? ''}
    />
  );
  return (
    <div ref={frame} className={styles.frame}>
      <p className={styles.axisName}>{own.foundOfAll}</p>
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
              numTicks={5}
              axisClassName={styles.axis ?? ''}
              tickFormat={(value) => format.share(Number(value))}
              tickLabelProps={{ ...ticks, textAnchor: 'middle', dy: 4 }}
            />
            {line(({ share }) => share, styles.plain)}
            {line(({ foundLow }) => foundLow, styles.likely)}
            {line(({ foundHigh }) => foundHigh, styles.likely)}
            {line(({ found }) => found, styles.strong)}
          </Group>
        </svg>
      )}
      <p className={`${styles.axisName} ${styles.across}`}>{own.called}</p>
      <p className={chart.legend}>
        <Key name={own.ranked} look={styles.strong} />
        <Key name={own.likelyBetween} look={styles.likely} />
        <Key name={own.atRandom} look={styles.plain} />
      </p>
    </div>
  );
}
