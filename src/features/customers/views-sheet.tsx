import { Check, Pencil, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { isPlain, type ListQuery } from '#core/customers/list-query.ts';
import type { SavedView } from '#core/customers/saved-view.ts';
import type { Refusal, Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { listRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { Button, IconButton } from '#ui/controls/button.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { Sheet } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './list.module.css';
import { changeView, deleteView, saveView } from './save-view.ts';

/** Lists somebody wants to see again: pick one, keep this one, rename, take away. */
export function ViewsSheet({
  db,
  query,
  onPick,
  onClose,
}: {
  readonly db: Database;
  readonly query: ListQuery;
  readonly onPick: (query: ListQuery) => void;
  readonly onClose: () => void;
}) {
  const { words } = useWords();
  const { customers } = words;
  const all = useWatch(() => watch(() => listRecords(db, 'savedViews')), [db]);
  const views = all?.filter(({ deletedAt }) => deletedAt === undefined);
  const [name, setName] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const say = (saved: Result<unknown>) => setRefusal(saved.ok ? undefined : saved.refusal);
  const save = async () => {
    if (name.trim() === '') return;
    const saved = await saveView(db, name.trim(), query);
    say(saved);
    if (saved.ok) setName('');
  };
  return (
    <Sheet isOpen onClose={onClose} title={customers.views}>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      {isPlain(query) ? (
        <p className={styles.hint}>{customers.viewHint}</p>
      ) : (
        <>
          <TextField
            label={customers.viewName}
            value={name}
            onChange={setName}
            onSubmit={() => void save()}
          />
          <Button look="primary" isDisabled={name.trim() === ''} onPress={() => void save()}>
            {customers.saveView}
          </Button>
        </>
      )}
      {views === undefined && <Loading />}
      {views?.length === 0 && <p className={styles.hint}>{customers.noViews}</p>}
      <ul className={styles.views}>
        {views
          ?.toSorted((a, b) => a.createdAt - b.createdAt)
          .map((view) => (
            <View
              key={view.id}
              view={view}
              onPick={() => onPick(view)}
              onRename={async (next) => say(await changeView(db, view, { name: next }))}
              onDelete={async () => say(await deleteView(db, view))}
            />
          ))}
      </ul>
    </Sheet>
  );
}

function View({
  view,
  onPick,
  onRename,
  onDelete,
}: {
  readonly view: SavedView;
  readonly onPick: () => void;
  readonly onRename: (name: string) => Promise<void>;
  readonly onDelete: () => Promise<void>;
}) {
  const { words } = useWords();
  const { customers, ui } = words;
  const [draft, setDraft] = useState<string>();
  const rename = () => {
    if (draft === undefined || draft.trim() === '') return;
    void onRename(draft.trim());
    setDraft(undefined);
  };
  if (draft !== undefined)
    return (
      <li className={styles.view}>
        <TextField
          label={customers.viewName}
          isLabelHidden
          value={draft}
          onChange={setDraft}
          onSubmit={rename}
        />
        <IconButton label={ui.save} icon={Check} onPress={rename} />
        <IconButton label={ui.cancel} icon={X} onPress={() => setDraft(undefined)} />
      </li>
    );
  return (
    <li className={styles.view}>
      <Button look="quiet" onPress={onPick}>
        {view.name}
      </Button>
      <IconButton
        label={customers.renameView(view.name)}
        icon={Pencil}
        onPress={() => setDraft(view.name)}
      />
      <IconButton
        label={customers.deleteView(view.name)}
        icon={Trash2}
        onPress={() => void onDelete()}
      />
    </li>
  );
}
