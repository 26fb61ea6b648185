import { memo } from 'react';
import { type Deal, dealStages } from '#core/sales/deal.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { Chip } from '#ui/surfaces/chip.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './customer-page.module.css';

const shownDeals = 6;

/** Those still open first, by stage; what was won or lost is told by the timeline too. */
const byStage = (deals: readonly Deal[]) =>
  [...deals].sort(
    (a, b) =>
      dealStages.indexOf(a.stage) - dealStages.indexOf(b.stage) || b.updatedAt - a.updatedAt,
  );

/** The deals of one customer with stage and amount. */
export const CustomerDeals = memo(function CustomerDeals({
  deals,
}: {
  readonly deals: readonly Deal[];
}) {
  const { words, format } = useWords();
  const { customerPage } = words;
  return (
    <Card title={customerPage.deals}>
      {deals.length === 0 && <p className={styles.small}>{customerPage.noDeals}</p>}
      <ul className={styles.items}>
        {byStage(deals)
          .slice(0, shownDeals)
          .map(({ id, name, stage, amount }) => (
            <li key={id}>
              <a href={hrefOf.deal(id)} className={styles.link}>
                <span className={styles.grow}>
                  <span>{name}</span>
                  <span className={styles.small}>
                    {amount === undefined
                      ? customerPage.noAmount
                      : format.money(amount.amountMinor, amount.currency)}
                  </span>
                </span>
                <Chip tone={stage === 'won' ? 'good' : stage === 'lost' ? 'neutral' : 'accent'}>
                  {customerPage.stages[stage]}
                </Chip>
              </a>
            </li>
          ))}
      </ul>
    </Card>
  );
});
