import type { CallTerms } from '#core/predictions/call-terms.ts';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import { bestCalls, planCalls } from '#core/predictions/plan-calls.ts';
import type { Quality } from '#core/predictions/quality.ts';
import type { Database } from '#db/database.ts';
import { readSettings } from '#db/read-settings.ts';
import { watch } from '#db/watch.ts';
import { NumberField } from '#ui/controls/number-field.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './chart.module.css';
import { roundLike } from './round-like.ts';
import { useCallTerms, usualCalls } from './use-call-terms.ts';

/** What was meant: a number below nothing is none. */
const amountOf = (value: number | undefined): number | undefined =>
  value !== undefined && value >= 0 ? value : undefined;

type Asked = {
  readonly seen: Quality;
  readonly customers: number;
  /** Whom one looks for, as part of a sentence. */
  readonly whom: string;
  /** Finding one is a sale; who stops buying is none, and has no price. */
  readonly isSale: boolean;
};

function Expectation({
  asked: { seen, customers, whom, isSale },
  terms,
  currency,
}: {
  readonly asked: Asked;
  readonly terms: CallTerms;
  readonly currency: string;
}) {
  const { words, format } = useWords();
  const own = words.predictions.calls;
  const cost = amountOf(terms.costOfCall);
  const worth = amountOf(terms.worthOfSale);
  const isPriced = isSale && cost !== undefined && worth !== undefined;
  const amounts = { costOfCall: cost ?? 0, worthOfSale: worth ?? 0 };
  const plan = planCalls(seen, customers, amountOf(terms.calls) ?? usualCalls, amounts);
  const best = isPriced ? bestCalls(seen, customers, amounts) : undefined;
  const whole = (count: number) => format.number(Math.round(count));
  const money = (major: number, error: number) =>
    `${format.number(roundLike(major, error))} ${currency}`;
  const isCarefulLoss = best !== undefined && best.brings < best.bringsError;
  return (
    <>
      <p className={styles.headline}>
        {own.expect(plan.calls, customers, whole(plan.hits), whole(plan.error), whom)}
      </p>
      {isSale && !isPriced && <p className={styles.muted}>{own.enterBoth}</p>}
      {isPriced && (
        <>
          <p>
            {own.brings(
              money(plan.brings, plan.bringsError),
              money(plan.bringsError, plan.bringsError),
            )}
          </p>
          <p>
            {best === undefined
              ? own.bestNone
              : own.best(
                  best.calls,
                  whole(best.hits),
                  whole(best.error),
                  money(best.brings, best.bringsError),
                  money(best.bringsError, best.bringsError),
                )}
            {isCarefulLoss && ` ${own.bestUnsure}`}
          </p>
        </>
      )}
    </>
  );
}

/** "I can call so many; a call costs, a sale is worth": what to expect, and how many calls pay best. */
export function CallPlanner({
  db,
  model,
  seen,
  whom,
}: Omit<Asked, 'customers' | 'isSale'> & { readonly db: Database; readonly model: ModelVersion }) {
  const own = useWords().words.predictions.calls;
  const { terms, change } = useCallTerms(db, model.id);
  const settings = useWatch(() => watch(() => readSettings(db)), [db]);
  if (terms === undefined || settings === undefined) return null;
  const { currency } = settings;
  const isSale = model.fromOrders?.target.kind !== 'lost';
  const { labelled, unlabelled, scored = labelled + unlabelled } = model.data;
  const errorOf = (amount: number | undefined) =>
    amount !== undefined && amount < 0 ? own.negative : undefined;
  return (
    <Card title={own.title}>
      <div className={styles.amounts}>
        <NumberField
          label={own.iCan}
          value={terms.calls}
          onChange={(calls) => change({ calls })}
          error={errorOf(terms.calls)}
        />
        {isSale && (
          <>
            <NumberField
              label={own.cost(currency)}
              value={terms.costOfCall}
              onChange={(costOfCall) => change({ costOfCall })}
              error={errorOf(terms.costOfCall)}
            />
            <NumberField
              label={own.worth(currency)}
              value={terms.worthOfSale}
              onChange={(worthOfSale) => change({ worthOfSale })}
              error={errorOf(terms.worthOfSale)}
            />
          </>
        )}
      </div>
      <Expectation
        asked={{ seen, customers: scored, whom, isSale }}
        terms={terms}
        currency={currency}
      />
      <p className={styles.muted}>{own.meaning}</p>
    </Card>
  );
}
