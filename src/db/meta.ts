import type { Database, RapportDexie } from './database.ts';

/** The few facts about the database itself; none is about a customer. */
export type Meta = {
  readonly installId: string;
  /** Grows by one with every transaction. */
  readonly seq: number;
  readonly activeModel?: string;
  readonly activeSegmentRun?: string;
};

/** What commit() may set beside its rows. null takes a value away. */
export type MetaWrites = Readonly<
  Partial<Record<'activeModel' | 'activeSegmentRun', string | null>>
>;

export const readMeta = async (db: Database): Promise<Meta> => {
  const rows = await db.dexie.meta.toArray();
  return Object.fromEntries(rows.map(({ key, value }) => [key, value])) as unknown as Meta;
};

/** Inside a transaction: the next sequence number, written. */
export const takeSequence = async (dexie: RapportDexie): Promise<number> => {
  const row = await dexie.meta.get('seq');
  const seq = Number(row?.value ?? 0) + 1;
  await dexie.meta.put({ key: 'seq', value: seq });
  return seq;
};

/** Inside a transaction. */
export const writeMeta = async (dexie: RapportDexie, writes: MetaWrites): Promise<void> => {
  for (const [key, value] of Object.entries(writes)) {
    if (value === null) await dexie.meta.delete(key);
    else await dexie.meta.put({ key, value });
  }
};
