import { History } from 'lucide-react';
import { memo, useState } from 'react';
import type { Customer } from '#core/customers/customer.ts';
import type { Refusal } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { listRecordHistory, type RevisionLine, restoreRevision } from '#db/record-history.ts';
import { watch } from '#db/watch.ts';
import { Button } from '#ui/controls/button.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { FieldChanges } from '#ui/records/field-changes.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './customer-page.module.css';

/** What was changed of this customer and when; any state of it can be had back. Read when asked for. */
export const CustomerHistory = memo(function CustomerHistory({
  db,
  customer,
}: {
  readonly db: Database;
  readonly customer: Customer;
}) {
  const { words } = useWords();
  const { customerMore } = words;
  const [isOpen, setOpen] = useState(false);
  return (
    <Card title={customerMore.history}>
      {isOpen ? (
        <Revisions db={db} customer={customer} />
      ) : (
        <Button look="quiet" icon={History} onPress={() => setOpen(true)}>
          {customerMore.historyShow}
        </Button>
      )}
    </Card>
  );
});

function Revisions({ db, customer }: { readonly db: Database; readonly customer: Customer }) {
  const { words } = useWords();
  const [refusal, setRefusal] = useState<Refusal>();
  // The revision too: what was changed a moment ago is in the list.
  const lines = useWatch(
    () => watch(() => listRecordHistory(db, customer.id)),
    [db, customer.id, customer.rev],
  );
  if (lines === undefined) return <Loading />;
  if (lines.length === 0) return <p className={styles.small}>{words.customerMore.noHistory}</p>;
  const restore = async (seq: number) => {
    const restored = await restoreRevision(db, 'customers', customer.id, seq, Date.now());
    setRefusal(restored.ok ? undefined : restored.refusal);
  };
  return (
    <>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <ol className={styles.items}>
        {lines.map((line) => (
          <Revision key={line.seq} line={line} onRestore={() => void restore(line.seq)} />
        ))}
      </ol>
    </>
  );
}

function Revision({
  line,
  onRestore,
}: {
  readonly line: RevisionLine;
  readonly onRestore: () => void;
}) {
  const { words, format } = useWords();
  const { customerMore, shell } = words;
  const { label, of, at, fields, isRestorable } = line;
  const what =
    of === undefined ? shell.changes[label] : `${shell.changes[label]}: ${shell.changes[of]}`;
  return (
    <li className={styles.revision}>
      <span className={styles.grow}>
        <strong>{what}</strong>
        <span className={styles.small}>{format.instant(at)}</span>
      </span>
      {fields.length > 0 && <FieldChanges changes={fields} />}
      {isRestorable && (
        <Button look="quiet" onPress={onRestore}>
          {customerMore.restore}
        </Button>
      )}
    </li>
  );
}
