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
    isProvisional: false,
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

/** Rows that are seen before the worker answers; the rest of the chunk only counts. */
const seenRows = 60;

/** Places in order, and the rows of the first of them. */
export type FirstPaint = {
  readonly ords: readonly number[];
  readonly rows: readonly DirectoryRow[];
};

/** The first rows of the plain list, from its first chunk: on the screen before the worker is up. */
export const readFirstPaint = async (db: Database): Promise<FirstPaint> => {
  const chunk = await readColumnChunk(db, 'customers.directory', 0);
  if (chunk === undefined) return { ords: [], rows: [] };
  const places = [...chunk.ids.keys()].filter((at) => chunk.ids[at] !== null);
  return {
    ords: places.map((at) => chunk.first + at),
    rows: places.slice(0, seenRows).map((at) => rowOf(chunk, at, chunk.ids[at] as string)),
  };
};
