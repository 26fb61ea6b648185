import { foldPhone, foldText } from '#core/customers/fold-text.ts';
import type { DeepTexts } from '#core/customers/search-directory.ts';
import { emptyTexts, growTexts, setText, type TextBlocks } from '#core/customers/text-blocks.ts';
import { listChangesSince, readRecordChanges } from '#db/change-log.ts';
import type { Database } from '#db/database.ts';
import { readTable } from '#db/read-table.ts';
import type { AnyRecord, Records } from '#db/record-tables.ts';

type Entry = { readonly customerId: string; readonly text: string };

/** Contacts and notes by their own id; opened after the columns, never before an answer. */
export type DeepReader = {
  readonly contacts: Map<string, Entry>;
  readonly activities: Map<string, Entry>;
  /** Sequence this is up to; −1 before the first reading. */
  seq: number;
};

export const emptyDeepReader = (): DeepReader => ({
  contacts: new Map(),
  activities: new Map(),
  seq: -1,
});

const contactText = ({ name, phones, emails }: Records['contacts']) =>
  foldText([name, ...emails, ...phones.map(foldPhone)].join('\n'));

type DeepTable = 'contacts' | 'activities';
const isDeep = (table: string): table is DeepTable =>
  table === 'contacts' || table === 'activities';

const take = (reader: DeepReader, table: DeepTable, id: string, record: AnyRecord | null) => {
  const known = record as Records[DeepTable] | null;
  const text =
    known === null || known.deletedAt !== undefined
      ? ''
      : 'text' in known
        ? foldText([known.text, known.nextStep].filter(Boolean).join('\n'))
        : contactText(known);
  if (known === null || text === '') reader[table].delete(id);
  else reader[table].set(id, { customerId: known.customerId, text });
};

const readAll = async (db: Database, reader: DeepReader, quiet: () => Promise<void>) => {
  for (const table of ['contacts', 'activities'] as const) {
    reader[table].clear();
    await quiet();
    // A thousand at a time, awaited in between: other questions are answered meanwhile.
    for await (const records of readTable(db, table)) {
      for (const record of records) take(reader, table, record.id, record);
      await quiet();
    }
  }
};

/** Follows the log; false when it does not say what was written (an import) or no longer reaches back. */
const follow = async (db: Database, reader: DeepReader): Promise<boolean> => {
  const lines = await listChangesSince(db, reader.seq);
  if (lines === undefined || lines.some(({ importId }) => importId !== undefined)) return false;
  for (const { seq, count } of lines) {
    if (count === 0) continue;
    const changes = await readRecordChanges(db, seq);
    if (changes.length === 0) return false;
    for (const { table, id, after } of changes) if (isDeep(table)) take(reader, table, id, after);
  }
  return true;
};

/**
 * Brings contacts and notes up to a sequence of the database. Calls must not overlap. `quiet` is awaited
 * before every thousand: nobody who is typing waits for them.
 */
export const refreshDeepTexts = async (
  db: Database,
  reader: DeepReader,
  seq: number,
  quiet: () => Promise<void> = async () => undefined,
): Promise<void> => {
  if (reader.seq === seq) return;
  if (reader.seq < 0 || !(await follow(db, reader))) await readAll(db, reader, quiet);
  reader.seq = seq;
};

const byCustomer = (entries: Iterable<Entry>, ordOf: ReadonlyMap<string, number>): TextBlocks => {
  const blocks = emptyTexts();
  for (const { customerId, text } of entries) {
    const ord = ordOf.get(customerId);
    if (ord === undefined) continue;
    growTexts(blocks, ord + 1);
    const before = blocks.texts[ord];
    setText(blocks, ord, before === '' ? text : `${before}\n${text}`);
  }
  return blocks;
};

/** What has been read so far, by the place of the customer. */
export const deepTexts = (reader: DeepReader, ordOf: ReadonlyMap<string, number>): DeepTexts => ({
  contacts: byCustomer(reader.contacts.values(), ordOf),
  notes: byCustomer(reader.activities.values(), ordOf),
});
