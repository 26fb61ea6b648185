import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './progress.module.css';

const tenSeconds = 10_000;

/** How far a job is. `fraction` 0..1, undefined when it cannot be told; time left from 10 s on. */
export function ProgressBar({
  label,
  fraction,
  leftMs,
  pause = 'working',
}: {
  readonly label: string;
  readonly fraction: number | undefined;
  readonly leftMs?: number | undefined;
  /** Paused work tells that instead of the time left. */
  readonly pause?: 'working' | 'asked' | 'resting' | undefined;
}) {
  const { words, format } = useWords();
  const isUnsure = fraction === undefined;
  const stands = pause !== 'working' && (
    <strong>{pause === 'asked' ? words.ui.pausing : words.ui.paused}</strong>
  );
  const done = Math.min(1, Math.max(0, fraction ?? 0));
  return (
    <AriaProgressBar
      aria-label={label}
      isIndeterminate={isUnsure}
      value={done * 100}
      className={styles.meter ?? ''}
    >
      <span className={styles.head}>
        <span>{label}</span>
        {!isUnsure && (
          <span>
            {format.share(Math.round(done * 100) / 100)}
            {pause === 'working' && leftMs !== undefined && leftMs >= tenSeconds
              ? ` · ${words.ui.timeLeft(format.duration(leftMs))}`
              : ''}
            {pause !== 'working' && ' · '}
            {stands}
          </span>
        )}
        {isUnsure && stands}
      </span>
      <span className={styles.track}>
        <span
          className={`${styles.fill} ${isUnsure ? styles.unsure : ''}`}
          style={
            isUnsure ? { display: 'block' } : { display: 'block', transform: `scaleX(${done})` }
          }
        />
      </span>
    </AriaProgressBar>
  );
}

/** Says that something is being read; for waits that are usually too short for a bar. */
export function Loading() {
  const { words } = useWords();
  return (
    <div className={styles.spinner} role="status">
      {words.ui.loading}
    </div>
  );
}
