import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ColumnReason } from '#contracts/learn.ts';
import type { Customer } from '#core/customers/customer.ts';
import { chooseReasons } from '#core/predictions/reasons/choose-reasons.ts';
import type { Database } from '#db/database.ts';
import { listFieldDefinitions } from '#db/list-field-definitions.ts';
import { watch } from '#db/watch.ts';
import { explainScore } from '#jobs/learn-jobs.ts';
import { ErrorNotice, Notice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useAsked } from '#ui/live/use-asked.ts';
import { useWatch } from '#ui/live/use-watch.ts';
import { nameColumn } from '#ui/records/name-column.ts';
import { Details } from '#ui/surfaces/details.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { sayComparison, sayValue } from './say-reason.ts';
import styles from './score-reasons.module.css';
import { ScoreWhatIf } from './score-what-if.tsx';
import { SimilarCustomers } from './similar-customers.tsx';

/** Why a customer has its score: what stands out against the other customers, and what if it were otherwise. */
export function ScoreReasons({
  db,
  customer,
  probability,
  baseRate,
}: {
  readonly db: Database;
  readonly customer: Customer;
  readonly probability: number;
  readonly baseRate: number;
}) {
  const { words, format } = useWords();
  const { reasons } = words;
  const fields = useWatch(() => watch(() => listFieldDefinitions(db, 'customers')), [db]);
  const { answer, refusal } = useAsked(
    (signal) => explainScore(customer.id, signal),
    `${customer.id} ${customer.rev}`,
  );
  if (refusal !== undefined) return <ErrorNotice refusal={refusal} />;
  if (answer === undefined || fields === undefined) return <Loading />;
  const { up, down } = chooseReasons(answer.columns);
  const [now, before] = [answer.said, probability].map(format.probability);
  const list = (title: string, listed: readonly ColumnReason[], isUp: boolean) =>
    listed.length > 0 && (
      <ReasonList title={title} isUp={isUp}>
        {listed.map((reason) => (
          <li key={reason.column} className={styles.reason}>
            <span className={styles.value}>
              {nameColumn(reason.column, fields, words)}{' '}
              <strong>{sayValue(reason, fields, words, format)}</strong>
            </span>
            <span className={styles.compared}>{sayComparison(reason, fields, words, format)}</span>
          </li>
        ))}
      </ReasonList>
    );
  return (
    <div className={styles.reasons} data-reasons>
      {now !== before && now !== undefined && <Notice>{reasons.changed(now)}</Notice>}
      {up.length + down.length === 0 && <p>{reasons.none}</p>}
      {list(reasons.up, up, true)}
      {list(reasons.down, down, false)}
      <p className={styles.compared}>{reasons.note(answer.background)}</p>
      {up.length + down.length > 0 && (
        <Details title={reasons.whatIf}>
          <ScoreWhatIf
            customer={customer}
            listed={[...up, ...down]}
            fields={fields}
            said={answer.said}
            baseRate={baseRate}
          />
        </Details>
      )}
      <SimilarCustomers customer={customer} fields={fields} />
    </div>
  );
}

function ReasonList({
  title,
  isUp,
  children,
}: {
  readonly title: string;
  readonly isUp: boolean;
  readonly children: ReactNode;
}) {
  const Icon = isUp ? ArrowUp : ArrowDown;
  return (
    <div>
      <h3 className={styles.title} data-up={isUp || undefined}>
        <Icon size={20} aria-hidden />
        {title}
      </h3>
      <ul aria-label={title} className={styles.list}>
        {children}
      </ul>
    </div>
  );
}
