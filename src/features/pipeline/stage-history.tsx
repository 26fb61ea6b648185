import { dayMs } from '#core/day-number.ts';
import type { Deal } from '#core/sales/deal.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './pipeline.module.css';

/** The stages a deal went through, the last first, and how long it stood in each. */
export function StageHistory({ deal }: { readonly deal: Deal }) {
  const { words, format } = useWords();
  const { pipeline } = words;
  const { stageHistory } = deal;
  if (stageHistory.length === 0) return null;
  const steps = stageHistory.map(({ stage, at }, index) => ({
    stage,
    at,
    until: stageHistory[index + 1]?.at,
  }));
  return (
    <Card title={pipeline.history}>
      <ol className={styles.steps}>
        {steps.toReversed().map(({ stage, at, until }) => (
          <li key={`${stage}${at}`}>
            <strong>{pipeline.stages[stage]}</strong>
            <span className={styles.small}>
              {format.instant(at)}
              {until !== undefined && ` · ${pipeline.days(Math.floor((until - at) / dayMs))}`}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
