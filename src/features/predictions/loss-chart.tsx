import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { useWidth } from '#ui/charts/use-width.ts';
import { useWords } from '#ui/words/words-context.tsx';
// Its own sheet: sharing one would make this chunk wait for the whole screen's.
import chart from './chart.module.css';
import styles from './curve.module.css';
import type { Round } from './use-training.ts';

const height = 220;
const edge = { left: 52, right: 12, top: 8, bottom: 36 };

/** The error per round, while learning and on customers set aside. `rounds` is how many there will be. */
export function LossChart({
  history,
  rounds,
}: {
  readonly history: readonly Round[];
  readonly rounds: number;
}) {
  const { words, format } = useWords();
  const [frame, width] = useWidth<HTMLDivElement>();
  const inner = { width: Math.max(0, width - edge.left - edge.right), height: height - 44 };
  const errors = history.flatMap(({ loss, validationLoss }) => [loss, validationLoss]);
  const x = scaleLinear<number>({ domain: [1, Math.max(2, rounds)], range: [0, inner.width] });
  const y = scaleLinear<number>({
    domain: [Math.min(...errors), Math.max(...errors)],
    range: [inner.height, 0],
    nice: true,
  });
  const ticks = { className: styles.tick ?? '', fill: '', fontSize: 14 };
  return (
    <div ref={frame} className={styles.frame}>
      {width > 0 && history.length > 0 && (
        <svg width={width} height={height} aria-hidden="true">
          <Group left={edge.left} top={edge.top}>
            <AxisLeft
              scale={y}
              numTicks={4}
              axisClassName={styles.axis ?? ''}
              tickFormat={(value) => format.number(Number(value))}
              tickLabelProps={{ ...ticks, textAnchor: 'end', dx: -4, dy: 4 }}
            />
            <AxisBottom
              scale={x}
              top={inner.height}
              numTicks={Math.min(rounds, 10)}
              axisClassName={styles.axis ?? ''}
              tickFormat={(value) => (Number.isInteger(Number(value)) ? String(value) : '')}
              tickLabelProps={{ ...ticks, textAnchor: 'middle', dy: 4 }}
            />
            <LinePath
              data={[...history]}
              x={(_, index) => x(index + 1)}
              y={({ loss }) => y(loss)}
              className={styles.plain ?? ''}
            />
            <LinePath
              data={[...history]}
              x={(_, index) => x(index + 1)}
              y={({ validationLoss }) => y(validationLoss)}
              className={styles.strong ?? ''}
            />
            {history.map(({ validationLoss }, index) => (
              <circle
                // biome-ignore lint/suspicious/noArrayIndexKey: a round is its number
                key={index}
                cx={x(index + 1)}
                cy={y(validationLoss)}
                r={4}
                className={styles.dot}
              />
            ))}
          </Group>
        </svg>
      )}
      <p className={chart.legend}>
        <span>
          <svg width={28} height={12} aria-hidden="true">
            <path d="M0,6H28" className={styles.plain} />
          </svg>
          {words.predictions.lossTraining}
        </span>
        <span>
          <svg width={28} height={12} aria-hidden="true">
            <path d="M0,6H28" className={styles.strong} />
            <circle cx={14} cy={6} r={4} className={styles.dot} />
          </svg>
          {words.predictions.lossValidation}
        </span>
      </p>
    </div>
  );
}
