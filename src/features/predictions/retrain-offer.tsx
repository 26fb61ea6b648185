import { GraduationCap } from 'lucide-react';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import { isWorthRetraining, type Retraining } from '#core/predictions/weigh-retraining.ts';
import { startTraining } from '#jobs/learn-jobs.ts';
import { Button } from '#ui/controls/button.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './chart.module.css';
import { useColumnName } from './column-names.ts';
import { trainAgain } from './train-again.ts';

/** More columns nobody reads; the others are counted. */
const mostNamed = 3;

function Reasons({
  model,
  retraining: { newAnswers, days, moved, isDriftKnown },
}: {
  readonly model: ModelVersion;
  readonly retraining: Retraining;
}) {
  const { words, format } = useWords();
  const own = words.modelCare;
  const nameOf = useColumnName();
  const named = format.list(moved.slice(0, mostNamed).map(({ column }) => `“${nameOf(column)}”`));
  const more = moved.length - mostNamed;
  const isOfOrders = model.fromOrders !== undefined;
  return (
    <>
      <ul className={styles.list}>
        {newAnswers !== undefined && <li>{own.newAnswers(newAnswers, model.data.labelled)}</li>}
        {days !== undefined && <li>{isOfOrders ? own.ageOfOrders(days) : own.age(days)}</li>}
        {moved.length > 0 && <li>{more > 0 ? own.movedMany(named, more) : own.moved(named)}</li>}
      </ul>
      {!isDriftKnown && <p className={styles.muted}>{own.driftUnknown}</p>}
    </>
  );
}

/** One calm card: why training again is worth while, and the button. Nothing where it is not. */
export function RetrainOffer({
  model,
  retraining,
}: {
  readonly model: ModelVersion;
  readonly retraining: Retraining;
}) {
  const { words } = useWords();
  const own = words.modelCare;
  const nameOf = useColumnName();
  if (!isWorthRetraining(retraining)) return null;
  return (
    <Card title={own.offer}>
      <Reasons model={model} retraining={retraining} />
      <Row>
        <Button
          icon={GraduationCap}
          onPress={() =>
            void startTraining(trainAgain(model, Date.now()), nameOf(model.target.field))
          }
        >
          {own.trainAgain}
        </Button>
      </Row>
      <p className={styles.muted}>{own.keepsQuestion}</p>
    </Card>
  );
}
