import { Plus, TextCursorInput } from 'lucide-react';
import { useState } from 'react';
import { type FieldDefinition, fieldEntities } from '#core/customers/field-definition.ts';
import type { Refusal } from '#core/result.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { listRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { Button } from '#ui/controls/button.tsx';
import { ChoiceChips } from '#ui/controls/choice-chips.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { Details } from '#ui/surfaces/details.tsx';
import { Page, Stack } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { EditField } from './edit-field.tsx';
import { FieldRow } from './field-row.tsx';
import styles from './fields.module.css';

type Entity = FieldDefinition['entity'];

const byAge = (a: FieldDefinition, b: FieldDefinition) =>
  a.createdAt - b.createdAt || a.id.localeCompare(b.id, 'en', { numeric: true });

/** What a trade needs to know beyond the fields everybody has: made, changed and put away here. */
export function FieldsScreen({ db }: { readonly db: Database }) {
  const { words } = useWords();
  const { fields } = words;
  const [entity, setEntity] = useState<Entity>('customers');
  // 'new' adds one.
  const [edited, setEdited] = useState<FieldDefinition | 'new'>();
  const [refusal, setRefusal] = useState<Refusal>();
  const all = useWatch(
    () => watch(() => listRecords(db, 'fieldDefinitions', { index: 'entity', equals: entity })),
    [db, entity],
  );
  const save = async (record: FieldDefinition, label: 'field-saved' | 'field-deleted') => {
    const writes = [{ table: 'fieldDefinitions', record }] as const;
    const saved = await commit(db, { label, now: Date.now(), writes });
    setRefusal(saved.ok ? undefined : saved.refusal);
  };
  return (
    <Page
      title={fields.title}
      lead={fields.lead}
      actions={
        <Button look="primary" icon={Plus} onPress={() => setEdited('new')}>
          {fields.add}
        </Button>
      }
    >
      <ChoiceChips
        label={fields.of}
        value={entity}
        onChange={setEntity}
        choices={fieldEntities.map((id) => ({ id, text: fields.entities[id] }))}
      />
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      {all === undefined ? (
        <Loading />
      ) : (
        <FieldLists
          all={[...all].sort(byAge)}
          onEdit={setEdited}
          onChange={(field) => void save(field, 'field-saved')}
          onRemove={(field) => void save({ ...field, deletedAt: Date.now() }, 'field-deleted')}
        />
      )}
      {edited !== undefined && (
        <EditField
          db={db}
          entity={entity}
          field={edited === 'new' ? undefined : edited}
          known={all ?? []}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Page>
  );
}

function FieldLists({
  all,
  onEdit,
  onChange,
  onRemove,
}: {
  readonly all: readonly FieldDefinition[];
  readonly onEdit: (field: FieldDefinition) => void;
  readonly onChange: (field: FieldDefinition) => void;
  readonly onRemove: (field: FieldDefinition) => void;
}) {
  const { words } = useWords();
  const { fields } = words;
  const inUse = all.filter(({ deletedAt }) => deletedAt === undefined);
  const deleted = all.filter(({ deletedAt }) => deletedAt !== undefined);
  const restore = ({ deletedAt: _, ...field }: FieldDefinition) => onChange(field);
  return (
    <Stack>
      {inUse.length === 0 && (
        <EmptyState title={fields.empty} icon={TextCursorInput}>
          {fields.emptyHint}
        </EmptyState>
      )}
      <ul className={styles.fields}>
        {inUse.map((field) => (
          <FieldRow
            key={field.id}
            field={field}
            onEdit={() => onEdit(field)}
            onChange={onChange}
            onRemove={() => onRemove(field)}
          />
        ))}
      </ul>
      {deleted.length > 0 && (
        <Details title={fields.deleted(deleted.length)}>
          <p className={styles.small}>{fields.deletedHint}</p>
          <ul className={styles.fields}>
            {deleted.map((field) => (
              <li key={field.id} className={styles.gone}>
                <span>{field.label}</span>
                <Button onPress={() => restore(field)}>{fields.restore(field.label)}</Button>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Stack>
  );
}
