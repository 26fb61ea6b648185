import type { Deal } from '#core/sales/deal.ts';
import { closedStages, openStages, stageSince } from '#core/sales/deal-board.ts';
import type { Database, SealedRow } from './database.ts';
import { openRecord } from './sealed-record.ts';

/** Deals opened before, by id: what has not changed since is not opened again. */
export type KeptDeals = Map<string, Deal>;

export type BoardDeals = {
  readonly open: readonly Deal[];
  /** Won and lost since the day asked for. */
  readonly closed: readonly Deal[];
  /** All that were ever won or lost, however long ago. */
  readonly counts: { readonly won: number; readonly lost: number };
};

const openChanged = async (
  db: Database,
  rows: readonly SealedRow[],
  kept: KeptDeals,
): Promise<Deal[]> => {
  const deals = await Promise.all(
    rows.map((row) => {
      const known = kept.get(row.id);
      return known?.rev === row.rev ? known : openRecord(db.keys, 'deals', row);
    }),
  );
  for (const deal of deals) kept.set(deal.id, deal);
  return deals;
};

/** A row that does not say since when it stands where it does has to be opened. */
const mayBeSince = (row: SealedRow, since: number): boolean =>
  row.stageSince === undefined || row.stageSince >= since;

/** Reads what a board shows. `since`: ms UTC; closed deals older than that are only counted. */
export const listBoardDeals = async (
  db: Database,
  since: number,
  kept: KeptDeals,
): Promise<BoardDeals> => {
  const { deals } = db.dexie;
  const inStages = (stages: readonly string[]) => deals.where('stage').anyOf([...stages]);
  const closedRows = await inStages(closedStages)
    .filter((row) => row.deletedAt === undefined && mayBeSince(row, since))
    .toArray();
  const openRows = await inStages(openStages)
    .filter((row) => row.deletedAt === undefined)
    .toArray();
  const trashed = await deals.where('deletedAt').above(0).toArray();
  const count = async (stage: string) =>
    (await deals.where('stage').equals(stage).count()) -
    trashed.filter((row) => row.stage === stage).length;
  const counts = { won: await count('won'), lost: await count('lost') };
  const closed = await openChanged(db, closedRows, kept);
  return {
    open: await openChanged(db, openRows, kept),
    closed: closed.filter((deal) => stageSince(deal) >= since),
    counts,
  };
};
