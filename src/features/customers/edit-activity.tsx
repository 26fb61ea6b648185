import { useEffect, useState } from 'react';
import { type Activity, activityOutcomes, activityTypes } from '#core/customers/activity.ts';
import type { Database } from '#db/database.ts';
import { listFieldDefinitions } from '#db/list-field-definitions.ts';
import { watch } from '#db/watch.ts';
import { holdUnsavedWork } from '#jobs/unsaved-work.ts';
import { Button } from '#ui/controls/button.tsx';
import { CustomInputs } from '#ui/controls/custom-inputs.tsx';
import { Select } from '#ui/controls/select.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { Sheet } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { fromLocalField, toLocalField } from './local-time.ts';
import { useSave } from './use-save.ts';

const withNextStep = (activity: Activity, nextStep: string): Activity => {
  const { nextStep: _, ...rest } = activity;
  return nextStep.trim() === '' ? rest : { ...rest, nextStep: nextStep.trim() };
};

/** Mends what was logged. Nothing is written before Save; Save can be undone. */
export function EditActivity({
  db,
  activity,
  onClose,
}: {
  readonly db: Database;
  readonly activity: Activity;
  readonly onClose: () => void;
}) {
  const { words } = useWords();
  const { customerPage, ui } = words;
  const [draft, setDraft] = useState(activity);
  const [when, setWhen] = useState(() => toLocalField(activity.startAt));
  const { refusal, save } = useSave(db);
  const definitions = useWatch(() => watch(() => listFieldDefinitions(db, 'activities')), [db]);
  // An update must not reload the page away from under a form.
  useEffect(holdUnsavedWork, []);
  const startAt = fromLocalField(when);
  const set = (part: Partial<Activity>) => setDraft((before) => ({ ...before, ...part }));
  const keep = async () => {
    if (startAt === undefined) return;
    // A minute that was not touched keeps its seconds.
    const isSame = when === toLocalField(activity.startAt);
    const record = withNextStep(
      { ...draft, text: draft.text.trim(), startAt: isSame ? activity.startAt : startAt },
      draft.nextStep ?? '',
    );
    if (await save('activity-saved', [{ table: 'activities', record }])) onClose();
  };
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={customerPage.activity}
      actions={
        <>
          <Button onPress={onClose}>{ui.cancel}</Button>
          <Button look="primary" onPress={() => void keep()}>
            {ui.save}
          </Button>
        </>
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <Select
        label={customerPage.type}
        value={draft.type}
        onChange={(type) => set({ type })}
        choices={activityTypes.map((id) => ({ id, text: customerPage.activityTypes[id] }))}
      />
      <TextField
        label={customerPage.when}
        value={when}
        onChange={setWhen}
        type="datetime-local"
        error={startAt === undefined ? customerPage.whenWrong : undefined}
      />
      <Select
        label={customerPage.outcome}
        value={draft.outcome}
        onChange={(outcome) => set({ outcome })}
        choices={activityOutcomes.map((id) => ({ id, text: customerPage.outcomes[id] }))}
      />
      <TextField
        label={customerPage.text}
        value={draft.text}
        onChange={(text) => set({ text })}
        lines={4}
      />
      <TextField
        label={customerPage.nextStep}
        value={draft.nextStep ?? ''}
        onChange={(nextStep) => set({ nextStep })}
      />
      <CustomInputs
        definitions={definitions ?? []}
        values={draft.custom}
        onChange={(custom) => set({ custom })}
      />
    </Sheet>
  );
}
