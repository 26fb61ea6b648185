import { useState } from 'react';
import type { Task } from '#core/customers/task.ts';
import { dayNumber } from '#core/day-number.ts';
import type { Refusal } from '#core/result.ts';
import { completeTask } from '#db/complete-task.ts';
import type { Database } from '#db/database.ts';
import { localCalendar, localDay } from '#i18n/local-day.ts';
import { ButtonLink } from '#ui/controls/button.tsx';
import { Checkbox } from '#ui/controls/checkbox.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { Chip } from '#ui/surfaces/chip.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import type { Day } from './read-day.ts';
import styles from './today.module.css';

const shown = 8;

/** What is due besides visits: ticked off here, all of it in Tasks. */
export function DayTasks({ db, day }: { readonly db: Database; readonly day: Day }) {
  const { words } = useWords();
  const { today } = words;
  const [refusal, setRefusal] = useState<Refusal>();
  const tick = async (task: Task) => {
    const done = await completeTask(db, task, Date.now(), localCalendar);
    setRefusal(done.ok ? undefined : done.refusal);
  };
  return (
    <Card
      title={today.tasks}
      actions={<ButtonLink href={hrefOf.tasks}>{today.allTasks}</ButtonLink>}
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      {day.tasks.length === 0 && <p className={styles.small}>{today.noTasks}</p>}
      <ul className={styles.visits}>
        {day.tasks.slice(0, shown).map((task) => (
          <li key={task.id}>
            <DayTask task={task} day={day} onTick={() => void tick(task)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function DayTask({
  task,
  day,
  onTick,
}: {
  readonly task: Task;
  readonly day: Day;
  readonly onTick: () => void;
}) {
  const { words } = useWords();
  const { today, ui } = words;
  const customer = day.customers.get(task.customerId ?? '');
  const now = dayNumber(localDay(Date.now()));
  const late = task.dueAt === undefined ? 0 : now - dayNumber(localDay(task.dueAt));
  return (
    <div className={styles.task}>
      <Checkbox isSelected={false} onChange={onTick}>
        <span className={styles.name}>{task.title}</span>
      </Checkbox>
      {customer !== undefined && (
        <a className={styles.taskCustomer} href={hrefOf.customer(customer.id)}>
          {customer.name ?? ui.customerNumber((customer.ord ?? 0) + 1)}
        </a>
      )}
      {late > 0 && <Chip tone="warn">{today.lateBy(late)}</Chip>}
    </div>
  );
}
