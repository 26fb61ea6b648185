import { useState } from 'react';
import type { Customer } from '#core/customers/customer.ts';
import type { Refusal } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { listMerged } from '#db/list-merged.ts';
import { unmergeCustomers } from '#db/merge-customers.ts';
import { watch } from '#db/watch.ts';
import { Button } from '#ui/controls/button.tsx';
import { announce } from '#ui/feedback/announce.ts';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { nameRecord } from '#ui/records/name-record.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './duplicates.module.css';

/** The last merges, to be taken apart again: the way back that lasts as long as the trash. */
export function MergedLately({ db }: { readonly db: Database }) {
  const { words } = useWords();
  const own = words.duplicates;
  const merged = useWatch(() => watch(() => listMerged(db)), [db]);
  const [refusal, setRefusal] = useState<Refusal>();
  if (merged === undefined || merged.length === 0) return null;
  const nameOf = (customer: Customer | undefined) =>
    customer === undefined ? '…' : nameRecord(words, 'customers', customer);
  const part = async (loserId: string) => {
    const parted = await unmergeCustomers(db, { loserId, now: Date.now() });
    setRefusal(parted.ok ? undefined : parted.refusal);
    if (parted.ok) announce(own.unmerged);
  };
  return (
    <Card title={own.recent}>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <ul className={styles.list} aria-label={own.recent}>
        {merged.map(({ loser, winner }) => (
          <li key={loser.id} className={styles.member}>
            <span className={styles.reach}>{own.into(nameOf(loser), nameOf(winner))}</span>
            <Button
              onPress={() => void part(loser.id)}
              aria-label={own.unmergeNamed(nameOf(loser))}
            >
              {own.unmerge}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
