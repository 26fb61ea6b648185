import { useState } from 'react';
import { activityTypes } from '#core/customers/activity.ts';
import { type LogDraft, lifecycleAfter } from '#core/customers/log-draft.ts';
import type { Refusal } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { Button } from '#ui/controls/button.tsx';
import { Checkbox } from '#ui/controls/checkbox.tsx';
import { ChoiceChips } from '#ui/controls/choice-chips.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { announce } from '#ui/feedback/announce.ts';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { goOnFromHere } from '#ui/navigation/go-on-from-here.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './activities.module.css';
import { LogDetails } from './log-details.tsx';
import { NextStep } from './next-step.tsx';
import { OutcomeButtons } from './outcome-buttons.tsx';
import type { LogFacts } from './read-log-facts.ts';
import { saveLog } from './save-log.ts';
import { useKeptDraft } from './use-kept-draft.ts';

/** The log of one visit, call or note. Nothing is written before Save but its own draft. */
export function LogForm({
  db,
  facts,
  start,
  back,
}: {
  readonly db: Database;
  readonly facts: LogFacts;
  readonly start: LogDraft;
  /** Where one goes after Save or Cancel. */
  readonly back: string;
}) {
  const { words } = useWords();
  const { activities, ui } = words;
  const [draft, setDraft] = useState(start);
  const [refusal, setRefusal] = useState<Refusal>();
  const [isTried, setTried] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const { end } = useKeptDraft(db, draft);
  const change = (part: Partial<LogDraft>) => setDraft((before) => ({ ...before, ...part }));
  const isEmpty = draft.outcome === undefined && draft.text.trim() === '';
  const save = async () => {
    setTried(true);
    if (isEmpty || isSaving) return;
    setSaving(true);
    const goOn = goOnFromHere();
    const saved = await saveLog(db, draft, Date.now());
    setSaving(false);
    if (!saved.ok) return setRefusal(saved.refusal);
    await end();
    announce(words.shell.changes['activity-saved']);
    goOn(back);
  };
  const cancel = async () => {
    const goOn = goOnFromHere();
    await end();
    goOn(back);
  };
  return (
    <>
      <div className={styles.columns}>
        <Card>
          <ChoiceChips
            label={activities.type}
            choices={activityTypes.map((id) => ({ id, text: activities.types[id] }))}
            value={draft.type}
            onChange={(type) => change({ type })}
          />
          <OutcomeButtons
            value={draft.outcome}
            onChange={(outcome) =>
              // Nobody there: what was planned is still to be done.
              change(outcome === 'nocontact' ? { outcome, taskId: undefined } : { outcome })
            }
          />
          <TextField
            label={activities.text}
            placeholder={activities.textHint}
            lines={3}
            value={draft.text}
            onChange={(text) => change({ text })}
            error={isTried && isEmpty ? activities.empty : undefined}
          />
          <LifecycleHint facts={facts} draft={draft} />
          {facts.task !== undefined && (
            <Checkbox
              isSelected={draft.taskId !== undefined}
              onChange={(isDone) => change({ taskId: isDone ? facts.task?.id : undefined })}
            >
              {activities.doesTask(facts.task.title)}
            </Checkbox>
          )}
        </Card>
        <NextStep draft={draft} onChange={change} />
        <LogDetails facts={facts} draft={draft} onChange={change} />
      </div>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <div className={styles.foot}>
        <Button onPress={() => void cancel()}>{ui.cancel}</Button>
        <Button look="primary" isDisabled={isSaving} onPress={() => void save()}>
          {ui.save}
        </Button>
      </div>
    </>
  );
}

function LifecycleHint({
  facts: { customer },
  draft,
}: {
  readonly facts: LogFacts;
  readonly draft: LogDraft;
}) {
  const { words } = useWords();
  const next = lifecycleAfter(customer.lifecycle, draft.outcome);
  if (next === customer.lifecycle) return null;
  const { lifecycles } = words.ui;
  return (
    <p className={styles.small}>
      {words.activities.becomes(lifecycles[customer.lifecycle], lifecycles[next])}
    </p>
  );
}
