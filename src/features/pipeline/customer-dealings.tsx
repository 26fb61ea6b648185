import type { Database } from '#db/database.ts';
import { listRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { useWatch } from '#ui/live/use-watch.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './pipeline.module.css';

/** Opened to find the newest and what is planned; a customer rarely has more. */
const mostRead = 60;
const mostShown = 8;

const readDealings = async (db: Database, customerId: string) => {
  const of = { index: 'customerId', equals: customerId, limit: mostRead, reverse: true } as const;
  const activities = (await listRecords(db, 'activities', of))
    .filter(({ deletedAt }) => deletedAt === undefined)
    .sort((a, b) => b.startAt - a.startAt)
    .slice(0, mostShown);
  const tasks = (await listRecords(db, 'tasks', of))
    .filter(({ deletedAt, status }) => deletedAt === undefined && status === 'open')
    .sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity));
  return { activities, tasks };
};

/** What was last done with the customer of a deal, and what is planned. */
export function CustomerDealings({
  db,
  customerId,
}: {
  readonly db: Database;
  readonly customerId: string;
}) {
  const { words, format } = useWords();
  const { pipeline } = words;
  const read = useWatch(() => watch(() => readDealings(db, customerId)), [db, customerId]);
  if (read === undefined) return null;
  return (
    <>
      <Card title={pipeline.tasks}>
        {read.tasks.length === 0 && <p>{pipeline.noTasks}</p>}
        <ul className={styles.steps}>
          {read.tasks.map(({ id, title, dueAt }) => (
            <li key={id}>
              <span>{title}</span>
              {dueAt !== undefined && <span className={styles.small}>{format.date(dueAt)}</span>}
            </li>
          ))}
        </ul>
      </Card>
      <Card title={pipeline.activities}>
        {read.activities.length === 0 && <p>{pipeline.noActivities}</p>}
        <ul className={styles.steps}>
          {read.activities.map(({ id, text, startAt, nextStep }) => (
            <li key={id}>
              <span>{text}</span>
              <span className={styles.small}>
                {[format.date(startAt), nextStep && pipeline.nextStep(nextStep)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
