import type { ModelVersion } from '#core/predictions/model-version.ts';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './chart.module.css';

/** From which mornings a model of orders looks, and who is not asked. */
export function OrderFacts({
  asked: { target, asOf, learnedFrom, measuredOn },
}: {
  readonly asked: NonNullable<ModelVersion['fromOrders']>;
}) {
  const { words, format } = useWords();
  const own = words.orderQuestions;
  const [from, checked] = [asOf, measuredOn].map(format.dayNumber) as [string, string];
  return (
    <p className={styles.muted}>
      {own.looked(learnedFrom.length, from, checked)}{' '}
      {target.kind === 'lost' ? own.notAskedLost : own.notAsked}
    </p>
  );
}
