import type { SegmentMove, SegmentRun } from '#core/segments/segment-run.ts';
import type { Database } from '#db/database.ts';
import { ButtonLink } from '#ui/controls/button.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { useAsked } from '#ui/live/use-asked.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { useWords } from '#ui/words/words-context.tsx';
import { readMoved } from './read-moved.ts';
import styles from './segments.module.css';

/** The customers of one move by name, each a link. */
export function MovedCustomers({
  db,
  run,
  move,
  title,
}: {
  readonly db: Database;
  readonly run: SegmentRun;
  readonly move: SegmentMove;
  /** From where to where, in words. */
  readonly title: string;
}) {
  const own = useWords().words.segments;
  const key = `${run.id} ${move.from} ${move.to}`;
  const { answer, refusal } = useAsked((signal) => readMoved(db, run, move, signal), key);
  if (refusal !== undefined) return <ErrorNotice refusal={refusal} />;
  if (answer === undefined) return null;
  return (
    <section aria-label={title}>
      <p>{title}</p>
      <div className={styles.people}>
        {answer.map(({ id, name }) => (
          <ButtonLink key={id} href={hrefOf.customer(id)}>
            {name}
          </ButtonLink>
        ))}
      </div>
      {answer.length < move.customers && (
        <p className={styles.muted}>{own.movedShown(answer.length, move.customers)}</p>
      )}
    </section>
  );
}
