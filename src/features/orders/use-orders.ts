import { useCallback, useRef, useState } from 'react';
import type { OrderQuery } from '#contracts/sales.ts';
import { type Order, orderKinds, orderStatuses } from '#core/sales/order.ts';
import type { Database } from '#db/database.ts';
import { readMeta } from '#db/meta.ts';
import { findRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { findOrders } from '#jobs/sales-jobs.ts';
import { useAsked } from '#ui/live/use-asked.ts';
import { useKept } from '#ui/live/use-kept.ts';
import { useThrottled } from '#ui/live/use-throttled.ts';
import { useWatch } from '#ui/live/use-watch.ts';

/** Rows read beyond the visible ones, each way. */
const margin = 15;

const oneOf = <T extends string>(known: readonly T[], text: string): T | undefined =>
  known.find((word) => word === text);

/** What of the address narrows the list. */
const narrowed = (kind: string, status: string): Pick<OrderQuery, 'kind' | 'status'> => {
  const ofKind = oneOf(orderKinds, kind);
  const inStatus = oneOf(orderStatuses, status);
  return {
    ...(ofKind === undefined ? {} : { kind: ofKind }),
    ...(inStatus === undefined ? {} : { status: inStatus }),
  };
};

/** Ids by place in the list, kept while others are asked for; another list starts empty. */
const useIds = (key: string, from: number, ids: readonly string[] | undefined) => {
  const kept = useRef({ key, ids: new Map<number, string>() });
  if (kept.current.key !== key) kept.current = { key, ids: new Map() };
  ids?.forEach((id, at) => {
    kept.current.ids.set(from + at, id);
  });
  return kept.current.ids;
};

const readShown = async (db: Database, ids: readonly string[]) => {
  const orders = await findRecords(db, 'orders', ids);
  const customerIds = [...new Set(orders.map(({ customerId }) => customerId))];
  return { orders, customers: await findRecords(db, 'customers', customerIds) };
};

/** The orders in sight with their customers, of the newest day first. */
export const useOrders = (db: Database, kind: string, status: string) => {
  const [[first, last], setRange] = useState<readonly [number, number]>([0, 20]);
  const changed = useWatch(() => watch(async () => (await readMeta(db)).seq), [db]);
  const seq = useThrottled(changed, 500);
  const from = Math.max(0, first - margin);
  const filter = narrowed(kind, status);
  const query = { ...filter, from, count: Math.min(60, last + margin + 1 - from) };
  const key = JSON.stringify(filter);
  const { answer, refusal } = useAsked(
    async (signal) => {
      const asked = await findOrders(query, signal);
      return asked.ok ? { ok: true, value: { ...asked.value, from, key } } : asked;
    },
    JSON.stringify([query, seq]),
  );
  const current = answer?.key === key ? answer : undefined;
  const ids = useIds(key, current?.from ?? 0, current?.ids);
  const shown = current?.ids ?? [];
  const read = useWatch(() => watch(() => readShown(db, shown)), [db, shown.join()]);
  const orders = useKept<Order>(read?.orders);
  const customers = useKept(read?.customers);
  return {
    total: current?.total,
    all: current?.all,
    refusal,
    key,
    idAt: (index: number) => ids.get(index),
    orderAt: (index: number) => orders.get(ids.get(index) ?? ''),
    customerOf: (order: Order) => customers.get(order.customerId),
    show: useCallback((start: number, end: number) => setRange([start, end]), []),
  };
};
