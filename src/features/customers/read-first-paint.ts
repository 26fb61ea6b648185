import type { DirectoryRow } from '#contracts/directory.ts';
import type { Lifecycle } from '#core/customers/customer.ts';
import { type ColumnChunk, readColumnChunk } from '#db/columns.ts';
import type { Database } from '#db/database.ts';

const rowOf = ({ first, columns }: ColumnChunk, at: number, id: string): DirectoryRow => {
  const text = (name: string) => String(columns[name]?.[at] ?? '');
  return {
    ord: first + at,
    id,
    name: text('name'),
    city: text('city'),
    lifecycle: text('lifecycle') as Lifecycle,
    class: text('class') as DirectoryRow['class'],
    probability: null,
    segment: null,
    lastOrderDay: null,
    orders: 0,
    revenueMinor: 0,
    phone: text('phone').split('\n', 1)[0] ?? '',
    doNotContact: text('doNotContact') !== '',
    position: null,
    lastVisitDay: null,
    lastContactDay: null,
    visits: 0,
    visitIntervalDays: null,
    dueDay: null,
  };
};

let reading: Promise<readonly DirectoryRow[]> | undefined;

const read = async (db: Database): Promise<readonly DirectoryRow[]> => {
  const chunk = await readColumnChunk(db, 'customers.directory', 0);
  if (chunk === undefined) return [];
  return chunk.ids.flatMap((id, at) => (id === null ? [] : rowOf(chunk, at, id)));
};

/** The first rows of the plain list, from its first chunk: on the screen before the worker is up. */
export const readFirstPaint = (db: Database): Promise<readonly DirectoryRow[]> => {
  // The list and its rows both ask; the chunk is opened once.
  reading ??= read(db).finally(() => {
    reading = undefined;
  });
  return reading;
};
