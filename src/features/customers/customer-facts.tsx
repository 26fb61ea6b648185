import type { DirectoryRow } from '#contracts/directory.ts';
import type { Customer } from '#core/customers/customer.ts';
import { usualGapDays } from '#core/customers/usual-gap.ts';
import { dayNumber, dayOfInstant } from '#core/day-number.ts';
import type { Database } from '#db/database.ts';
import { listNewestOf } from '#db/list-by-customer.ts';
import { readSettings } from '#db/read-settings.ts';
import { watch } from '#db/watch.ts';
import { useWatch } from '#ui/live/use-watch.ts';
import { Card, Facts } from '#ui/surfaces/card.tsx';
import { Chip } from '#ui/surfaces/chip.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './customer-page.module.css';

/** Orders looked back over for the usual gap. */
const lookBack = 60;

const readFacts = async (db: Database, customer: Customer) => {
  const [activities, orders, settings] = await Promise.all([
    listNewestOf(db, 'activities', customer.id, { limit: 1 }),
    listNewestOf(db, 'orders', customer.id, { limit: lookBack }),
    readSettings(db),
  ]);
  const bought = orders.filter(({ kind }) => kind === 'order');
  const [newest] = activities;
  return {
    gap: usualGapDays(bought.map(({ date }) => dayNumber(date))),
    currency: bought[0]?.currency ?? settings.currency,
    // An older step was overtaken by what happened since.
    nextStep: newest?.nextStep,
  };
};

/** What one must know before going in: the next step, the last visit, what is bought and how often. */
export function CustomerFacts({
  db,
  customer,
  row,
}: {
  readonly db: Database;
  readonly customer: Customer;
  readonly row: DirectoryRow | undefined;
}) {
  const { words, format } = useWords();
  const { customerPage } = words;
  const facts = useWatch(() => watch(() => readFacts(db, customer)), [db, customer]);
  if (facts === undefined) return null;
  const { gap, nextStep, currency } = facts;
  const due = row?.dueDay ?? undefined;
  const visited = row?.lastVisitDay ?? undefined;
  const lateDays = due === undefined ? 0 : dayOfInstant(Date.now()) - due;
  const optional = (name: string, value: string | undefined) =>
    value === undefined || value === '' ? [] : [{ name, value }];
  return (
    <Card title={customerPage.facts}>
      {nextStep !== undefined && nextStep !== '' && (
        <p className={styles.nextStep}>
          <strong>{customerPage.nextStep}:</strong> {nextStep}
        </p>
      )}
      <Facts
        facts={[
          {
            name: customerPage.lastVisit,
            value: visited === undefined ? customerPage.never : format.dayNumber(visited),
          },
          ...(due === undefined
            ? []
            : [
                {
                  name: customerPage.due,
                  value: (
                    <span className={styles.inline}>
                      {format.dayNumber(due)}
                      {lateDays > 0 && <Chip tone="warn">{customerPage.overdue(lateDays)}</Chip>}
                    </span>
                  ),
                },
              ]),
          {
            name: customerPage.revenue,
            value: row === undefined ? '…' : format.money(row.revenueMinor, currency),
          },
          ...optional(customerPage.orderCount, row && format.number(row.orders)),
          ...optional(customerPage.usualGap, gap === undefined ? '' : customerPage.days(gap)),
        ]}
      />
    </Card>
  );
}
