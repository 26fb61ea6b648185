import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import type { DirectoryRow } from '#contracts/directory.ts';
import type { Position } from '#core/position.ts';
import type { Refusal } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { localDay } from '#i18n/local-day.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { planVisits } from './plan-visits.ts';
import styles from './today.module.css';
import { VisitChips } from './visit-chips.tsx';
import { VisitRow } from './visit-row.tsx';

/** Customers whose rhythm says that somebody should go there, and who are not planned yet. */
export function DueVisits({
  db,
  rows,
  total,
  from,
  currency,
}: {
  readonly db: Database;
  readonly rows: readonly DirectoryRow[];
  /** How many are due in all. */
  readonly total: number;
  readonly from: Position | undefined;
  readonly currency: string;
}) {
  const { words } = useWords();
  const { today, ui } = words;
  const [refusal, setRefusal] = useState<Refusal>();
  const plan = async (id: string) => {
    const now = Date.now();
    const saved = await planVisits(db, [id], localDay(now), today.visitTitle, now);
    setRefusal(saved.ok ? undefined : saved.refusal);
  };
  if (rows.length === 0) return null;
  return (
    <Card title={today.due}>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <ul className={styles.visits}>
        {rows.map((row) => (
          <li key={row.id}>
            <VisitRow
              stop={{
                id: row.id,
                name: row.name || ui.customerNumber(row.ord + 1),
                city: row.city,
                phone: row.phone,
                position: row.position ?? undefined,
              }}
              from={from}
              chips={
                <VisitChips
                  dueDay={row.dueDay}
                  revenueMinor={row.revenueMinor}
                  currency={currency}
                  probability={row.probability}
                  isNew={row.lastVisitDay === null}
                />
              }
            >
              <Button look="quiet" icon={CalendarPlus} onPress={() => void plan(row.id)}>
                {today.plan}
              </Button>
            </VisitRow>
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <ButtonLink
          href={hrefOf.customersWith({
            f: `dueDay~at-most~${localDay(Date.now())}`,
            sort: 'dueDay',
          })}
        >
          {today.dueAll(total)}
        </ButtonLink>
      )}
    </Card>
  );
}
