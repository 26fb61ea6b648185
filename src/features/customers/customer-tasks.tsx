import { Plus } from 'lucide-react';
import { memo, useState } from 'react';
import type { Task } from '#core/customers/task.ts';
import type { Refusal } from '#core/result.ts';
import { completeTask } from '#db/complete-task.ts';
import type { Database } from '#db/database.ts';
import { localCalendar, localDay } from '#i18n/local-day.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { Checkbox } from '#ui/controls/checkbox.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { Chip } from '#ui/surfaces/chip.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './customer-page.module.css';
import { NewTask } from './new-task.tsx';

const shownTasks = 5;

// Without a date it can wait.
const whenOf = ({ dueAt }: Task) => dueAt ?? Number.POSITIVE_INFINITY;

const mostUrgentFirst = (tasks: readonly Task[]) =>
  [...tasks].sort((a, b) => whenOf(a) - whenOf(b) || a.createdAt - b.createdAt);

/** What is still to do for a customer, the most urgent first. */
export const CustomerTasks = memo(function CustomerTasks({
  db,
  customerId,
  open,
}: {
  readonly db: Database;
  readonly customerId: string;
  readonly open: readonly Task[];
}) {
  const { words } = useWords();
  const { customerPage } = words;
  const [isAdding, setAdding] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const tasks = mostUrgentFirst(open);
  const tick = async (task: Task) => {
    const done = await completeTask(db, task, Date.now(), localCalendar);
    setRefusal(done.ok ? undefined : done.refusal);
  };
  return (
    <Card
      title={customerPage.tasks}
      actions={
        <Button icon={Plus} onPress={() => setAdding(true)}>
          {customerPage.newTask}
        </Button>
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      {tasks.length === 0 ? (
        <p className={styles.small}>{customerPage.noTasks}</p>
      ) : (
        <ul className={styles.items}>
          {tasks.slice(0, shownTasks).map((task) => (
            <TaskLine key={task.id} task={task} onTick={() => void tick(task)} />
          ))}
        </ul>
      )}
      {tasks.length > shownTasks && (
        <ButtonLink look="quiet" href={hrefOf.tasks}>
          {customerPage.allTasks}
        </ButtonLink>
      )}
      {isAdding && <NewTask db={db} customerId={customerId} onClose={() => setAdding(false)} />}
    </Card>
  );
});

function TaskLine({ task, onTick }: { readonly task: Task; readonly onTick: () => void }) {
  const { words, format } = useWords();
  const { customerPage } = words;
  const { title, dueAt, type } = task;
  // Due today is not late yet, whatever the hour.
  const isLate = dueAt !== undefined && localDay(dueAt) < localDay(Date.now());
  return (
    <li className={styles.item}>
      <Checkbox isSelected={false} onChange={onTick} label={customerPage.tick(title)} />
      <span className={styles.grow}>
        <a href={hrefOf.tasks} className={styles.quiet}>
          {title}
        </a>
        <span className={styles.small}>{customerPage.taskTypes[type]}</span>
      </span>
      {dueAt !== undefined && <Chip tone={isLate ? 'warn' : 'neutral'}>{format.date(dueAt)}</Chip>}
    </li>
  );
}
