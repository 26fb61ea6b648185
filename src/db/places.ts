import { chunkRows } from './columns.ts';
import type { Database } from './database.ts';
import { exclusive } from './exclusive.ts';
import type { ProjectedTable } from './projections.ts';

const roundUp = (ord: number) => Math.ceil(ord / chunkRows) * chunkRows;

const take = (db: Database, table: ProjectedTable, next: (free: number) => [number, number]) =>
  exclusive(`rapport-places:${db.name}`, () =>
    db.dexie.transaction('rw', db.dexie.meta, async () => {
      const key = `next:${table}`;
      const free = Number((await db.dexie.meta.get(key))?.value ?? 0);
      const [place, value] = next(free);
      await db.dexie.meta.put({ key, value });
      return place;
    }),
  );

/** Places in the columns for records a person made: the first of `count`. Never given twice. */
export const takePlaces = (db: Database, table: ProjectedTable, count: number): Promise<number> =>
  take(db, table, (free) => [free, free + count]);

/**
 * A range of places that one import owns: it starts and ends with a chunk, so that the import may
 * write its chunks without reading any, and removing it removes whole chunks.
 */
export const reserveOrds = (db: Database, table: ProjectedTable, count: number): Promise<number> =>
  take(db, table, (free) => [roundUp(free), roundUp(roundUp(free) + count)]);

/** Says that all places up to this one are taken: a restore brings its records' own. */
export const setFreePlace = async (
  db: Database,
  table: ProjectedTable,
  place: number,
): Promise<void> => {
  await take(db, table, (free) => [free, Math.max(free, place)]);
};
