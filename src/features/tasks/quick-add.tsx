import { Plus } from 'lucide-react';
import { useState } from 'react';
import { readTaskWords } from '#core/customers/read-task-words.ts';
import type { Refusal } from '#core/result.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { instantOf, localDay, timeText } from '#i18n/local-day.ts';
import { Button } from '#ui/controls/button.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { newTask } from './task-draft.ts';
import styles from './tasks.module.css';

/** Adds a task typed in one line, its day in words; what was understood is said before it is added. */
export function QuickAdd({ db }: { readonly db: Database }) {
  const { words, format } = useWords();
  const { tasks: own } = words;
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const { title, day, minutes } = readTaskWords(text, localDay(Date.now()));
  const understood =
    day === undefined
      ? own.addHint
      : own.dueOn(title, format.day(day), minutes === undefined ? '' : timeText(minutes));
  const add = async () => {
    if (title === '') return;
    const now = Date.now();
    const task = newTask(crypto.randomUUID(), now, title);
    // At once, not when it is written: what is typed meanwhile belongs to the next task.
    setText('');
    const record = day === undefined ? task : { ...task, dueAt: instantOf(day, minutes ?? 0) };
    const saved = await commit(db, {
      label: 'task-saved',
      now,
      writes: [{ table: 'tasks', record }],
    });
    setRefusal(saved.ok ? undefined : saved.refusal);
    if (!saved.ok) setText((next) => next || text);
  };
  return (
    <Card>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <div className={styles.add}>
        <TextField
          label={own.add}
          placeholder={own.addExample}
          hint={understood}
          value={text}
          onChange={setText}
          onSubmit={() => void add()}
          autoComplete="off"
        />
        <Button look="primary" icon={Plus} isDisabled={title === ''} onPress={() => void add()}>
          {own.addButton}
        </Button>
      </div>
    </Card>
  );
}
