import type { Page } from '@playwright/test';

/** What lies in the database, counted without a line of ours. */
export type Stored = {
  readonly customers: number;
  readonly orders: number;
  readonly products: number;
  readonly fields: number;
  /** Chunks of columns that belong to an import. */
  readonly chunks: number;
  /** States of the imports' journals. */
  readonly imports: readonly string[];
};

/** Runs in the page. */
const count = async (name: string): Promise<Stored> => {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open(name));
  const reading = db.transaction([...db.objectStoreNames]);
  const size = (store: string) => done(reading.objectStore(store).count());
  const chunks = await done(reading.objectStore('columns').index('importId').count());
  const journals = await done(reading.objectStore('imports').getAll());
  const stored = {
    customers: await size('customers'),
    orders: await size('orders'),
    products: await size('products'),
    fields: await size('fieldDefinitions'),
    chunks,
    imports: journals.map(({ state }: { state?: string }) => state ?? 'sealed'),
  };
  db.close();
  return stored;
};

/** Counts the records of the app's database as they lie on disk. */
export const readStored = (page: Page): Promise<Stored> => page.evaluate(count, 'rapport');
