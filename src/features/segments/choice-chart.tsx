import { type CountEvidence, stableFrom } from '#core/segments/choose-count.ts';
import { useWidth } from '#ui/charts/use-width.ts';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './choice.module.css';

const height = 190;
const edge = { left: 44, right: 12, top: 10, bottom: 30 };

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

/** Stability and silhouette by the number of segments; the number taken stands on a band. */
export function ChoiceChart({
  counts,
  taken,
}: {
  readonly counts: readonly CountEvidence[];
  readonly taken: number;
}) {
  const { words, format } = useWords();
  const own = words.segments;
  const [frame, width] = useWidth<HTMLDivElement>();
  const inner = width - edge.left - edge.right;
  const bottom = height - edge.bottom;
  const step = inner / counts.length;
  const x = (place: number) => edge.left + (place + 0.5) * step;
  const y = (value: number) => bottom - Math.min(1, Math.max(0, value)) * (bottom - edge.top);
  const series = (of: (one: CountEvidence) => number, look: string | undefined) => (
    <>
      <polyline
        points={counts.map((one, place) => `${x(place)},${y(of(one))}`).join(' ')}
        className={look}
      />
      {counts.map((one, place) => (
        <circle key={one.k} cx={x(place)} cy={y(of(one))} r={4.5} className={styles.dot} />
      ))}
    </>
  );
  return (
    <div ref={frame} className={styles.frame}>
      {inner > 0 && (
        <svg width={width} height={height} aria-hidden="true">
          {counts.map(({ k }, place) => (
            <g key={k}>
              {k === taken && (
                <rect
                  x={x(place) - step / 2}
                  y={edge.top}
                  width={step}
                  height={bottom - edge.top}
                  className={styles.taken}
                />
              )}
              <text x={x(place)} y={height - 8} textAnchor="middle" className={styles.tick}>
                {format.number(k)}
              </text>
            </g>
          ))}
          {[0, 0.5, 1].map((value) => (
            <g key={value}>
              <line
                x1={edge.left}
                x2={width - edge.right}
                y1={y(value)}
                y2={y(value)}
                className={styles.line}
              />
              <text x={edge.left - 8} y={y(value) + 5} textAnchor="end" className={styles.tick}>
                {format.number(value)}
              </text>
            </g>
          ))}
          <line
            x1={edge.left}
            x2={width - edge.right}
            y1={y(stableFrom)}
            y2={y(stableFrom)}
            className={styles.limit}
          />
          {series(({ stability }) => stability, styles.stability)}
          {series(({ silhouette }) => silhouette, styles.silhouette)}
        </svg>
      )}
      <p className={styles.legend}>
        <Key name={own.stability} look={styles.stability} />
        <Key name={own.silhouetteShort} look={styles.silhouette} />
        <Key name={own.stableFrom(format.number(stableFrom))} look={styles.limit} />
      </p>
    </div>
  );
}
