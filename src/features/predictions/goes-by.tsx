import type { ColumnImportance } from '#core/predictions/model-version.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './chart.module.css';
import { useColumnName } from './column-names.ts';

const mostShown = 8;
/** Less than this of the AUC is what chance moves. */
const leastLost = 0.002;

/** Which columns the model goes by, as bars; the figure stands beside each for those who cannot see one. */
export function GoesBy({ importance }: { readonly importance: readonly ColumnImportance[] }) {
  const { words, format } = useWords();
  const own = words.predictions;
  const nameOf = useColumnName();
  const shown = importance.filter(({ aucLost }) => aucLost >= leastLost).slice(0, mostShown);
  const most = shown[0]?.aucLost;
  if (most === undefined) return null;
  return (
    <Card title={own.goesBy}>
      <p className={styles.muted}>{own.goesByHint}</p>
      <ul className={styles.goesBy}>
        {shown.map(({ column, aucLost }) => (
          <li key={column}>
            <span>{nameOf(column)}</span>
            <span className={styles.track} aria-hidden>
              <span className={styles.fill} style={{ width: `${(100 * aucLost) / most}%` }} />
            </span>
            <small>{`−${format.decimals(aucLost)}`}</small>
          </li>
        ))}
      </ul>
    </Card>
  );
}
