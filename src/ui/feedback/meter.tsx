import { Meter as AriaMeter } from 'react-aria-components/Meter';
import styles from './progress.module.css';

/** How much of something is used. `fraction` 0..1; `text` says it in words, also to those who listen. */
export function Meter({
  label,
  fraction,
  text,
}: {
  readonly label: string;
  readonly fraction: number;
  readonly text: string;
}) {
  const filled = Math.min(1, Math.max(0, fraction));
  return (
    <AriaMeter
      aria-label={label}
      value={filled * 100}
      valueLabel={text}
      className={styles.meter ?? ''}
    >
      <span className={styles.head}>
        <span>{label}</span>
        <span>{text}</span>
      </span>
      <span className={styles.track}>
        <span
          className={styles.fill}
          style={{ display: 'block', transform: `scaleX(${filled})` }}
        />
      </span>
    </AriaMeter>
  );
}
