import type { ListQuery } from '#core/customers/list-query.ts';
import type { SavedView } from '#core/customers/saved-view.ts';
import type { Result } from '#core/result.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';

type Saved = Promise<Result<{ readonly seq: number }>>;

const write = (db: Database, record: SavedView, now: number): Saved =>
  commit(db, { label: 'view-saved', now, writes: [{ table: 'savedViews', record }] });

/** Keeps the list as it stands under a name. */
export const saveView = (db: Database, name: string, query: ListQuery): Saved => {
  const now = Date.now();
  const { search, filters, sort } = query;
  const id = crypto.randomUUID();
  return write(
    db,
    { id, createdAt: now, updatedAt: now, rev: 0, name, search, filters, sort },
    now,
  );
};

/** Gives a view another name, or lets it stand for another list. */
export const changeView = (db: Database, view: SavedView, change: Partial<SavedView>): Saved =>
  write(db, { ...view, ...change }, Date.now());

/** Puts a view into the trash. */
export const deleteView = (db: Database, view: SavedView): Saved => {
  const now = Date.now();
  const record = { ...view, deletedAt: now };
  return commit(db, { label: 'view-deleted', now, writes: [{ table: 'savedViews', record }] });
};
