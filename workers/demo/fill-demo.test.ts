import { expect, test } from 'vitest';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { countRecords } from '#db/sealed-table.ts';
import { fillDemo } from './fill-demo.ts';

const input = {
  importId: 'demo-1',
  customers: 110,
  seed: 1,
  now: Date.UTC(2025, 8, 15),
  currency: 'EUR',
};

const jobWith = (signal: AbortSignal, onUsable: () => void) => ({
  host: { database: '', base: '' },
  signal,
  beat: () => undefined,
  progress: ({ usable }: { readonly usable: boolean }) => {
    if (usable) onUsable();
  },
});

test('once the first customers are there, nothing more is written for a breath', async () => {
  const db = await openTestDatabase();
  const early: Promise<number>[] = [];
  const onUsable = () => {
    if (early.length > 0) return;
    const later = new Promise((resolve) => setTimeout(resolve, 200));
    early.push(later.then(() => countRecords(db, 'customers')));
  };
  const { signal } = new AbortController();
  expect(await fillDemo(db, input, jobWith(signal, onUsable), 600)).toMatchObject({ ok: true });
  expect(await Promise.all(early)).toEqual([100]);
  expect(await countRecords(db, 'customers')).toBe(110);
});

test('cancelled in that breath it ends at once, and leaves nothing behind', async () => {
  const db = await openTestDatabase();
  const controller = new AbortController();
  const onUsable = () => setTimeout(() => controller.abort(), 20);
  const filled = await fillDemo(db, input, jobWith(controller.signal, onUsable), 60_000);
  expect(filled).toEqual({ ok: false, refusal: { code: 'cancelled' } });
  expect(await countRecords(db, 'customers')).toBe(0);
  expect(await countRecords(db, 'orders')).toBe(0);
});
