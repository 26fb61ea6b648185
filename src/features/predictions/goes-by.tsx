import { ChartSpline, ChevronUp } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { ColumnImportance } from '#core/predictions/model-version.ts';
import { Button } from '#ui/controls/button.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './chart.module.css';
import { useColumnName } from './column-names.ts';

const mostShown = 8;
/** Less than this of the AUC is what chance moves. */
const leastLost = 0.002;

const ColumnEffects = lazy(async () => ({
  default: (await import('./column-effects.tsx')).ColumnEffects,
}));

/**
 * Which columns the model goes by, as bars; the figure stands beside each for those who cannot see one.
 * Behind them, when asked for, what each of their values does.
 */
export function GoesBy({
  modelId,
  importance,
}: {
  readonly modelId: string;
  readonly importance: readonly ColumnImportance[];
}) {
  const [isOpen, setOpen] = useState(false);
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
      <Row>
        <Button icon={isOpen ? ChevronUp : ChartSpline} onPress={() => setOpen(!isOpen)}>
          {isOpen ? words.effects.hide : words.effects.show}
        </Button>
      </Row>
      {isOpen && (
        <Suspense fallback={<Loading />}>
          <ColumnEffects modelId={modelId} columns={shown.map(({ column }) => column)} />
        </Suspense>
      )}
    </Card>
  );
}
