import type { Customer } from '#core/customers/customer.ts';
import { scoreBand } from '#core/predictions/score-band.ts';
import { ButtonLink } from '#ui/controls/button.tsx';
import { BandWord } from '#ui/feedback/score.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './customers.module.css';
import type { Scoring } from './use-scoring.ts';

/** The prediction for one customer with its band, in words; or why there is no number. */
export function CustomerScore({
  customer,
  probability,
  scoring,
}: {
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
    <Card title={customers.predicted(model.target, words.ui.say(model.positive))}>
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
    </Card>
  );
}
