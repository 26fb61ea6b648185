import { useEffect, useState } from 'react';
import { type FieldDefinition, fieldTypes } from '#core/customers/field-definition.ts';
import type { Refusal } from '#core/result.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { holdUnsavedWork } from '#jobs/unsaved-work.ts';
import { Button } from '#ui/controls/button.tsx';
import { ChoiceChips } from '#ui/controls/choice-chips.tsx';
import { Switch } from '#ui/controls/switch.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Sheet } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { ChoiceList } from './choice-list.tsx';
import {
  applyFieldDraft,
  type FieldDraft,
  type FieldFault,
  faultsOf,
  fieldDraftOf,
  isLearnt,
  makeField,
} from './field-draft.ts';
import styles from './fields.module.css';
import { whyNotLearnt } from './why-not-learnt.ts';

/** Makes a field, or changes one. Nothing is written before Save; Save can be undone. */
export function EditField({
  db,
  entity,
  field,
  known,
  onClose,
}: {
  readonly db: Database;
  readonly entity: FieldDefinition['entity'];
  readonly field: FieldDefinition | undefined;
  /** All fields of the table, deleted ones included. */
  readonly known: readonly FieldDefinition[];
  readonly onClose: () => void;
}) {
  const { words } = useWords();
  const { fields, ui } = words;
  const [draft, setDraft] = useState<FieldDraft>(() => fieldDraftOf(field));
  const [isTried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  // An update must not reload the page away from under a form.
  useEffect(holdUnsavedWork, []);
  const others = known.filter(({ id, deletedAt }) => deletedAt === undefined && id !== field?.id);
  const faults = faultsOf(draft, others);
  const save = async () => {
    setTried(true);
    if (faults.length > 0) return;
    const now = Date.now();
    const record =
      field === undefined
        ? makeField(draft, entity, known, crypto.randomUUID(), now)
        : applyFieldDraft(field, draft);
    const writes = [{ table: 'fieldDefinitions', record }] as const;
    const saved = await commit(db, { label: 'field-saved', now, writes });
    if (saved.ok) onClose();
    else setRefusal(saved.refusal);
  };
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={field === undefined ? fields.addTo[entity] : fields.change}
      actions={
        <>
          <Button onPress={onClose}>{ui.cancel}</Button>
          <Button look="primary" onPress={() => void save()}>
            {ui.save}
          </Button>
        </>
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <FieldForm
        draft={draft}
        onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        faults={isTried ? faults : []}
        isNew={field === undefined}
        isInput={entity === 'customers'}
        onSubmit={() => void save()}
      />
    </Sheet>
  );
}

function FieldForm({
  draft,
  onChange,
  faults,
  isNew,
  isInput,
  onSubmit,
}: {
  readonly draft: FieldDraft;
  readonly onChange: (part: Partial<FieldDraft>) => void;
  readonly faults: readonly FieldFault[];
  readonly isNew: boolean;
  readonly isInput: boolean;
  readonly onSubmit: () => void;
}) {
  const { words } = useWords();
  const { fields } = words;
  const reason = whyNotLearnt(draft);
  const nameError = faults.includes('label')
    ? fields.labelNeeded
    : faults.includes('taken')
      ? fields.labelTaken
      : undefined;
  return (
    <>
      <TextField
        label={fields.label}
        value={draft.label}
        onChange={(label) => onChange({ label })}
        onSubmit={onSubmit}
        autoComplete="off"
        error={nameError}
      />
      {isNew ? (
        <ChoiceChips
          label={fields.type}
          value={draft.type}
          onChange={(type) => onChange({ type })}
          choices={fieldTypes.map((id) => ({ id, text: fields.types[id] }))}
        />
      ) : (
        <p className={styles.small}>{fields.typeStays(fields.types[draft.type])}</p>
      )}
      {draft.type === 'choice' && (
        <ChoiceList
          choices={draft.choices}
          onChange={(choices) => onChange({ choices })}
          error={faults.includes('choices') ? fields.choicesNeeded : undefined}
        />
      )}
      {isInput && (
        <div>
          <Switch isSelected={isLearnt(draft)} onChange={(learnable) => onChange({ learnable })}>
            {fields.learn}
          </Switch>
          {reason !== undefined && <p className={styles.small}>{fields.why[reason]}</p>}
        </div>
      )}
    </>
  );
}
