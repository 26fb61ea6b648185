import { ListPlus, Users } from 'lucide-react';
import { useState } from 'react';
import type { SavedView } from '#core/customers/saved-view.ts';
import type { Result } from '#core/result.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { ErrorNotice, Notice } from '#ui/feedback/notice.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { useWords } from '#ui/words/words-context.tsx';
import { membersQuery } from './use-members.ts';

const keepList = (db: Database, name: string, segmentId: string) => {
  const now = Date.now();
  const { search, filters, sort } = membersQuery(segmentId);
  const record: SavedView = {
    id: crypto.randomUUID(),
    createdAt: now,
    updatedAt: now,
    rev: 0,
    name,
    search,
    filters: [...filters],
    sort,
  };
  return commit(db, { label: 'view-saved', now, writes: [{ table: 'savedViews', record }] });
};

/** Keeps the segment as a list of the customers' screen: whoever is in it later is in the list. */
export function MakeList({
  db,
  segmentId,
  name: found,
  count,
}: {
  readonly db: Database;
  readonly segmentId: string;
  readonly name: string;
  readonly count: number;
}) {
  const { words } = useWords();
  const own = words.segments;
  const [name, setName] = useState(found);
  const [saved, setSaved] = useState<Result<unknown>>();
  const isReady = name.trim() !== '' && saved?.ok !== true;
  const save = async () => {
    if (isReady) setSaved(await keepList(db, name.trim(), segmentId));
  };
  return (
    <>
      <p>{own.listHint(count)}</p>
      {saved?.ok === false && <ErrorNotice refusal={saved.refusal} />}
      <TextField
        label={words.customers.viewName}
        value={name}
        onChange={setName}
        onSubmit={() => void save()}
      />
      <Button look="primary" icon={ListPlus} isDisabled={!isReady} onPress={() => void save()}>
        {own.actions.list}
      </Button>
      {saved?.ok === true && (
        <Notice
          actions={
            <ButtonLink icon={Users} href={hrefOf.customersWith({ segment: segmentId })}>
              {own.open}
            </ButtonLink>
          }
        >
          {own.listKept(name.trim())}
        </Notice>
      )}
    </>
  );
}
