import { Building2, X } from 'lucide-react';
import { useState } from 'react';
import type { DirectoryRow } from '#contracts/directory.ts';
import { accept, type Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { findRecord } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { findCustomers, readRows } from '#jobs/directory-jobs.ts';
import { Button } from '#ui/controls/button.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { useAsked } from '#ui/live/use-asked.ts';
import { useWatch } from '#ui/live/use-watch.ts';
import { Row, Stack } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';

const mostOffered = 5;

/** The customers a search finds, the best five. Nothing is asked of less than a letter. */
export const findByName = async (
  search: string,
  signal: AbortSignal,
  most = mostOffered,
): Promise<Result<readonly DirectoryRow[]>> => {
  if (search.trim() === '') return accept([]);
  const sort = { column: 'name', descending: false };
  const found = await findCustomers({ search, filters: [], sort }, signal);
  return found.ok ? readRows([...found.value.ords.slice(0, most)], signal) : found;
};

/** Chooses one customer by name; the one chosen can be taken back. */
export function CustomerPick({
  db,
  label,
  value,
  except,
  onChange,
}: {
  readonly db: Database;
  readonly label: string;
  readonly value: string | undefined;
  /** A customer that is not offered: nobody is a part of itself. */
  readonly except: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}) {
  const { words } = useWords();
  const [search, setSearch] = useState('');
  const { answer } = useAsked((signal) => findByName(search, signal), search);
  const chosen = useWatch(
    () => watch(async () => (value === undefined ? undefined : findRecord(db, 'customers', value))),
    [db, value],
  );
  if (value !== undefined)
    return (
      <Row>
        <span>
          {label}: <strong>{chosen?.name ?? '…'}</strong>
        </span>
        <Button look="quiet" icon={X} onPress={() => onChange(undefined)}>
          {words.ui.remove}
        </Button>
      </Row>
    );
  const take = (id: string) => {
    setSearch('');
    onChange(id);
  };
  return (
    <Stack>
      <TextField
        label={label}
        value={search}
        onChange={setSearch}
        autoComplete="off"
        hint={words.customerForm.pickHint}
      />
      {search.trim() !== '' &&
        (answer ?? [])
          .filter(({ id }) => id !== except)
          .map(({ id, name, city }) => (
            <Button key={id} look="quiet" icon={Building2} onPress={() => take(id)}>
              {city === '' ? name : `${name}, ${city}`}
            </Button>
          ))}
    </Stack>
  );
}
