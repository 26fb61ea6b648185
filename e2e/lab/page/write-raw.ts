import { accept } from '#core/result.ts';
import type { LabPage } from './lab-contract.ts';

const stores = ['customers', 'orders', 'products', 'columns', 'changes', 'imports'] as const;
/** Rows per transaction, as the import writes them. */
const batch = 1_000;

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const complete = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

/** A database of the same stores and indexes, without a line of ours or Dexie's around it. */
const copySchema = async (from: IDBDatabase, name: string): Promise<IDBDatabase> => {
  await done(indexedDB.deleteDatabase(name));
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    const reading = from.transaction([...stores]);
    for (const storeName of stores) {
      const source = reading.objectStore(storeName);
      const store = opening.result.createObjectStore(storeName, { keyPath: source.keyPath });
      for (const index of source.indexNames) {
        const { keyPath, unique, multiEntry } = source.index(index);
        store.createIndex(index, keyPath, { unique, multiEntry });
      }
    }
  };
  return done(opening);
};

/** Writes the sealed rows of a database again, straight into IndexedDB; the time is the floor. */
export const writeRaw: LabPage['writeRaw'] = async ({ from }) => {
  const source = await done(indexedDB.open(from));
  const reading = source.transaction([...stores]);
  const rows = await Promise.all(stores.map((name) => done(reading.objectStore(name).getAll())));
  const target = await copySchema(source, `${from}-raw`);
  const count = Math.max(...rows.map((list) => list.length));
  const startedAt = performance.now();
  for (let at = 0; at < count; at += batch) {
    const writing = target.transaction([...stores], 'readwrite', { durability: 'strict' });
    stores.forEach((name, place) => {
      const store = writing.objectStore(name);
      for (const row of rows[place]?.slice(at, at + batch) ?? []) store.put(row);
    });
    await complete(writing);
  }
  const ms = performance.now() - startedAt;
  const written = rows.reduce((sum, list) => sum + list.length, 0);
  source.close();
  target.close();
  return accept({ ms, rows: written });
};

/** Deletes a database of a measurement and its raw copy. */
export const erase: LabPage['erase'] = async ({ database }) => {
  for (const name of [database, `${database}-raw`]) await done(indexedDB.deleteDatabase(name));
  return accept(null);
};
