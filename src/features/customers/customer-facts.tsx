import { memo } from 'react';
import type { DirectoryRow } from '#contracts/directory.ts';
import type { Activity } from '#core/customers/activity.ts';
import { usualGapDays } from '#core/customers/usual-gap.ts';
import { dayNumber, dayOfInstant } from '#core/day-number.ts';
import type { Order } from '#core/sales/order.ts';
import { Card, Facts } from '#ui/surfaces/card.tsx';
import { Chip } from '#ui/surfaces/chip.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './customer-page.module.css';

/** What one must know before going in: the next step, the last visit, what is bought and how often. */
export const CustomerFacts = memo(function CustomerFacts({
  orders,
  newest,
  currency: ownCurrency,
  row,
}: {
  /** The newest, looked back over for the usual gap. */
  readonly orders: readonly Order[];
  readonly newest: Activity | undefined;
  readonly currency: string;
  readonly row: DirectoryRow | undefined;
}) {
  const { words, format } = useWords();
  const { customerPage } = words;
  const bought = orders.filter(({ kind }) => kind === 'order');
  const gap = usualGapDays(bought.map(({ date }) => dayNumber(date)));
  const currency = bought[0]?.currency ?? ownCurrency;
  // An older step was overtaken by what happened since.
  const nextStep = newest?.nextStep;
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
});
