import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Customer } from '#core/customers/customer.ts';
import { commit } from './commit.ts';
import type { Database } from './database.ts';
import { readMeta } from './meta.ts';
import { closeDatabase, eraseDatabase, openDatabase } from './open-database.ts';
import { countRecords, findRecord } from './sealed-table.ts';
import { judgeWitness, readWitness, removeWitness, writeWitness } from './witness.ts';

const customer = (id: string, name: string): Customer => ({
  id,
  createdAt: 0,
  updatedAt: 0,
  rev: 0,
  kind: 'person',
  lifecycle: 'lead',
  phones: [],
  emails: [],
  tags: [],
  doNotContact: false,
  name,
  custom: {},
});

const opened: string[] = [];
const open = async (name: string): Promise<Database> => {
  opened.push(name);
  const result = await openDatabase(name);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const save = (db: Database, record: Customer) =>
  commit(db, { label: 'customer-saved', now: 1, writes: [{ table: 'customers', record }] });

// WebCrypto is synchronous enough in Chromium to hide an await inside a transaction (trust.md,
// fact 4): a hop through the event loop on every call brings such a mistake to light.
const { encrypt, decrypt, sign } = SubtleCrypto.prototype;
const hop = () => new Promise((resolve) => setTimeout(resolve, 0));
beforeAll(() => {
  SubtleCrypto.prototype.encrypt = async function (...input) {
    await hop();
    return encrypt.apply(this, input);
  };
  SubtleCrypto.prototype.decrypt = async function (...input) {
    await hop();
    return decrypt.apply(this, input);
  };
  SubtleCrypto.prototype.sign = async function (...input) {
    await hop();
    return sign.apply(this, input);
  };
});
afterAll(async () => {
  Object.assign(SubtleCrypto.prototype, { encrypt, decrypt, sign });
  for (const name of opened) await eraseDatabase(name);
});

test('a customer saved before the database was closed is there when it opens again', async () => {
  const db = await open('browser-reopen');
  await save(db, customer('a', '华联'));
  closeDatabase(db);
  const again = await open('browser-reopen');
  expect((await findRecord(again, 'customers', 'a'))?.name).toBe('华联');
  expect((await readMeta(again)).seq).toBe(1);
});

test('two openings of one database write in turn, and neither overwrites the other', async () => {
  const one = await open('browser-two');
  const two = await open('browser-two');
  const ids = Array.from({ length: 20 }, (_, at) => `c${at}`);
  const results = await Promise.all(
    ids.map((id, at) => save(at % 2 === 0 ? one : two, customer(id, id))),
  );
  expect(results.every((result) => result.ok)).toBe(true);
  expect(await countRecords(one, 'customers')).toBe(20);
  expect((await readMeta(two)).seq).toBe(20);
});

test('a stale handle does not come back after another tab upgraded the database', async () => {
  const db = await open('browser-stale');
  await new Promise<void>((resolve) => {
    const request = indexedDB.open('browser-stale', 90);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
  expect(await save(db, customer('a', 'late'))).toMatchObject({
    ok: false,
    refusal: { code: 'database-blocked' },
  });
});

test('an emptied database is told from a first start by the witness outside it', async () => {
  const db = await open('browser-witness');
  await save(db, customer('a', 'Acme'));
  const meta = await readMeta(db);
  expect(judgeWitness(readWitness('browser-witness'), { ...meta, seq: 0 })).toBe('first-start');
  writeWitness('browser-witness', { installId: meta.installId, seq: meta.seq, rows: 1 });
  expect(judgeWitness(readWitness('browser-witness'), meta)).toBe('sound');
  expect(judgeWitness(readWitness('browser-witness'), { ...meta, seq: 0 })).toBe('older');
  closeDatabase(db);
  await eraseDatabase('browser-witness');
  const fresh = await readMeta(await open('browser-witness'));
  expect(judgeWitness(readWitness('browser-witness'), fresh)).toBe('emptied');
  removeWitness('browser-witness');
});
