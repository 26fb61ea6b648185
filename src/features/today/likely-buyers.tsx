import { Brain } from 'lucide-react';
import { hasSignal } from '#core/predictions/judge-model.ts';
import { ButtonLink } from '#ui/controls/button.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { Score } from '#ui/feedback/score.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { nameColumn } from '#ui/records/name-column.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './today.module.css';
import type { TodayFacts } from './use-today.ts';

/** The customers the model in use ranks highest; without a model, or one that says no more than chance, it says so and shows no number. */
export function LikelyBuyers({ facts }: { readonly facts: TodayFacts }) {
  const { words } = useWords();
  const { today } = words;
  const { model, buyers, isRead } = facts;
  if (!isRead) return <Loading />;
  if (model === undefined || !hasSignal(model))
    return (
      <Card>
        <EmptyState
          title={model === undefined ? today.noModel : today.noSignal}
          icon={Brain}
          actions={
            <ButtonLink look="primary" href={hrefOf.predictions}>
              {today.train}
            </ButtonLink>
          }
        >
          {model === undefined ? today.noModelHint : today.noSignalHint}
        </EmptyState>
      </Card>
    );
  const { positives, rows } = model.heldOut.baseRate;
  const baseRate = rows === 0 ? 0.5 : positives / rows;
  return (
    <Card
      title={today.likelyTarget(
        nameColumn(facts.target, [], words),
        words.ui.say(model.target.positive),
      )}
    >
      {buyers === undefined ? (
        <Loading />
      ) : (
        <ul>
          {buyers.map(({ id, ord, name, city, probability }) => (
            <li key={id}>
              <a className={styles.buyer} href={hrefOf.customer(id)}>
                <span className={styles.name}>
                  {name || words.ui.customerNumber(ord + 1)}
                  <span className={styles.small}>{city}</span>
                </span>
                {probability !== null && <Score probability={probability} baseRate={baseRate} />}
              </a>
            </li>
          ))}
        </ul>
      )}
      <Row>
        <ButtonLink href={hrefOf.customersWith({ sort: 'probability' })}>
          {today.likelyAll}
        </ButtonLink>
        <ButtonLink href={hrefOf.suggestions}>{words.shell.suggestions}</ButtonLink>
      </Row>
    </Card>
  );
}
