import { ChevronUp, CircleHelp } from 'lucide-react';
import { lazy, memo, Suspense, useState } from 'react';
import type { Customer } from '#core/customers/customer.ts';
import { scoreBand } from '#core/predictions/score-band.ts';
import type { Database } from '#db/database.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { BandWord } from '#ui/feedback/score.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { nameColumn } from '#ui/records/name-column.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './customers.module.css';
import type { Scoring } from './use-scoring.ts';

const ScoreReasons = lazy(async () => ({
  default: (await import('./score-reasons.tsx')).ScoreReasons,
}));

/** The prediction for one customer with its band, in words; or why there is no number. */
export const CustomerScore = memo(function CustomerScore({
  db,
  customer,
  probability,
  scoring,
}: {
  readonly db: Database;
  readonly customer: Customer;
  readonly probability: number | null;
  readonly scoring: Scoring | undefined;
}) {
  const { words, format } = useWords();
  const { customers } = words;
  if (scoring === undefined) return null;
  const { model } = scoring;
  const noNumber = (text: string) => (
    <Card title={customers.score}>
      <p>{text}</p>
    </Card>
  );
  if (customer.profiling === 'denied') return noNumber(customers.profilingDenied);
  if (model === undefined)
    return (
      <Card title={customers.score}>
        <Row>
          <p>{customers.noModel}</p>
          <ButtonLink href={hrefOf.predictions}>{customers.trainOne}</ButtonLink>
        </Row>
      </Card>
    );
  if (probability === null) return noNumber(customers.notScored);
  return (
    <Card
      title={customers.predicted(nameColumn(model.target, [], words), words.ui.say(model.positive))}
    >
      <Row>
        <span className={styles.big} data-score>
          {format.probability(probability)}
        </span>
        <BandWord band={scoreBand(probability, model.baseRate)} />
      </Row>
      <p className={styles.muted}>
        {customers.comparedWith(format.probability(model.baseRate))}
        {' · '}
        {customers.modelFrom(format.date(model.trainedAt))}
      </p>
      <Why
        key={`${customer.id} ${model.trainedAt}`}
        db={db}
        customer={customer}
        probability={probability}
        baseRate={model.baseRate}
      />
    </Card>
  );
});

/** Reasons are computed when they are asked for, not for every customer that is looked at. */
function Why(of: {
  readonly db: Database;
  readonly customer: Customer;
  readonly probability: number;
  readonly baseRate: number;
}) {
  const { words } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Row>
        <Button icon={isOpen ? ChevronUp : CircleHelp} onPress={() => setOpen(!isOpen)}>
          {isOpen ? words.reasons.hide : words.reasons.why}
        </Button>
      </Row>
      {isOpen && (
        <Suspense fallback={<Loading />}>
          <ScoreReasons {...of} />
        </Suspense>
      )}
    </>
  );
}
