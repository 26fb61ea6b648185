import { Square, SquareCheck } from 'lucide-react';
import { memo } from 'react';
import type { DirectoryRow } from '#contracts/directory.ts';
import { Score } from '#ui/feedback/score.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './customers.module.css';
import type { Scoring } from './use-scoring.ts';

/** One customer in the list: who, where, how likely, and when last. Drawn again only when it changed. */
export const CustomerRow = memo(function CustomerRow({
  row,
  scoring,
  isChosen,
}: {
  readonly row: DirectoryRow | undefined;
  readonly scoring: Scoring | undefined;
  /** undefined while nothing is being chosen. */
  readonly isChosen: boolean | undefined;
}) {
  const { words, format, language } = useWords();
  if (row === undefined) return <div className={styles.row}>…</div>;
  const { name, ord, city, lifecycle, probability, lastContactDay, lastOrderDay } = row;
  const of = scoring?.segments[row.segment ?? -1];
  const segment = of && (of.customName ?? of.name[language]);
  const where = [
    city,
    words.ui.lifecycles[lifecycle],
    segment && (row.isProvisional ? words.customers.provisional(segment) : segment),
  ];
  const Tick = isChosen === true ? SquareCheck : Square;
  return (
    <div className={styles.row}>
      <span className={styles.name}>
        {isChosen !== undefined && <Tick size={20} aria-hidden className={styles.chosen} />}
        {name || words.ui.customerNumber(ord + 1)}
      </span>
      <span className={styles.score}>
        {probability !== null && scoring?.model !== undefined && (
          <Score probability={probability} baseRate={scoring.model.baseRate} />
        )}
      </span>
      <span className={styles.where}>{where.filter(Boolean).join(' · ')}</span>
      <span className={styles.last}>
        {lastContactDay !== null
          ? words.customers.lastContact(format.dayNumber(lastContactDay))
          : lastOrderDay !== null && words.customers.lastOrder(format.dayNumber(lastOrderDay))}
      </span>
    </div>
  );
});
