import { CalendarPlus, CircleCheck } from 'lucide-react';
import { useState } from 'react';
import type { Customer } from '#core/customers/customer.ts';
import type { Task } from '#core/customers/task.ts';
import type { Refusal } from '#core/result.ts';
import { completeTask, takeUpTask } from '#db/complete-task.ts';
import type { Database } from '#db/database.ts';
import { watch } from '#db/watch.ts';
import { localCalendar } from '#i18n/local-day.ts';
import { Button } from '#ui/controls/button.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { Page } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { EditTask } from './edit-task.tsx';
import { QuickAdd } from './quick-add.tsx';
import { readTasks, type TaskList, taskGroups } from './read-tasks.ts';
import { saveCalendar } from './save-calendar.ts';
import { TaskRow } from './task-row.tsx';
import styles from './tasks.module.css';

/** Tasks of a group shown at first, and more with every press. */
const pageSize = 60;

/** What is to be done, by day: added in words, ticked off, changed, given to the calendar. */
export function TasksScreen({ db }: { readonly db: Database }) {
  const { words } = useWords();
  const { tasks: own, ui } = words;
  const [limit, setLimit] = useState(pageSize);
  const [edited, setEdited] = useState<Task>();
  const [refusal, setRefusal] = useState<Refusal>();
  const list = useWatch(() => watch(() => readTasks(db, Date.now(), limit)), [db, limit]);
  const nameOf = (customer: Customer) =>
    customer.name ?? ui.customerNumber((customer.ord ?? 0) + 1);
  const tick = async (task: Task) => {
    const now = Date.now();
    const saved =
      task.status === 'done'
        ? await takeUpTask(db, task, now)
        : await completeTask(db, task, now, localCalendar);
    setRefusal(saved.ok ? undefined : saved.refusal);
  };
  const toCalendar = (tasks: readonly Task[], fileName: string) =>
    saveCalendar(tasks, list?.customers ?? new Map(), nameOf, fileName, Date.now());
  const dated = list === undefined ? [] : datedOf(list);
  return (
    <Page
      title={own.title}
      actions={
        <Button
          icon={CalendarPlus}
          isDisabled={dated.length === 0}
          onPress={() => toCalendar(dated, `${own.fileName}.ics`)}
        >
          {own.allToCalendar}
        </Button>
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <QuickAdd db={db} />
      {list === undefined ? (
        <Loading />
      ) : (
        <Groups list={list} nameOf={nameOf} onTick={(task) => void tick(task)} onEdit={setEdited} />
      )}
      {list?.hasMore === true && (
        <Button onPress={() => setLimit((before) => before + pageSize)}>{own.showMore}</Button>
      )}
      {edited !== undefined && (
        <EditTask
          db={db}
          task={edited}
          onClose={() => setEdited(undefined)}
          onCalendar={(task) => toCalendar([task], `${task.title.slice(0, 40)}.ics`)}
        />
      )}
    </Page>
  );
}

const datedOf = ({ groups }: TaskList): readonly Task[] => [
  ...groups.overdue,
  ...groups.today,
  ...groups.week,
  ...groups.later,
];

function Groups({
  list,
  nameOf,
  onTick,
  onEdit,
}: {
  readonly list: TaskList;
  readonly nameOf: (customer: Customer) => string;
  readonly onTick: (task: Task) => void;
  readonly onEdit: (task: Task) => void;
}) {
  const { words } = useWords();
  const { tasks: own } = words;
  const filled = taskGroups.filter((group) => list.groups[group].length > 0);
  if (filled.length === 0)
    return (
      <EmptyState title={own.none} icon={CircleCheck}>
        {own.noneHint}
      </EmptyState>
    );
  return filled.map((group) => (
    <Card key={group} title={own.groups[group]}>
      <ul className={styles.list}>
        {list.groups[group].map((task) => {
          const customer = list.customers.get(task.customerId ?? '');
          return (
            <li key={task.id}>
              <TaskRow
                task={task}
                customer={customer && { id: customer.id, name: nameOf(customer) }}
                isLate={group === 'overdue'}
                onTick={() => onTick(task)}
                onEdit={() => onEdit(task)}
              />
            </li>
          );
        })}
      </ul>
    </Card>
  ));
}
