import { accept, type Result } from '#core/result.ts';
import { orderFromQuote } from '#core/sales/edit-order.ts';
import type { Order, OrderStatus } from '#core/sales/order.ts';
import { orderKey } from '#core/sales/order-number.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { exclusive } from '#db/exclusive.ts';
import { localDay } from './local-day.ts';
import { nextNumber } from './next-number.ts';

/** Two tabs must not take the same number. */
const numbering = (db: Database) => `rapport-order-number:${db.name}`;

/** Saves a draft as what it is from now on, with a number of its own; an order keeps the one it has. */
export const saveOrder = (db: Database, order: Order, now: number): Promise<Result<Order>> =>
  exclusive(numbering(db), async () => {
    const number = order.number || (await nextNumber(db, order.kind, order.date));
    const record: Order = {
      ...order,
      number,
      ...(order.externalId === undefined ? { externalId: orderKey(order.kind, number) } : {}),
      status: order.status === 'draft' ? 'open' : order.status,
    };
    const saved = await commit(db, {
      label: 'order-saved',
      now,
      writes: [{ table: 'orders', record }],
    });
    return saved.ok ? accept(record) : saved;
  });

/** An accepted quote becomes an order, and is done itself; one change, taken back as one. */
export const acceptQuote = (db: Database, quote: Order, now: number): Promise<Result<Order>> =>
  exclusive(numbering(db), async () => {
    const { customerId, currency } = quote;
    const date = localDay(now);
    const id = crypto.randomUUID();
    const number = await nextNumber(db, 'order', date);
    const record: Order = {
      ...orderFromQuote(quote, { id, now, date, customerId, kind: 'order', currency }),
      number,
      externalId: orderKey('order', number),
      status: 'open',
    };
    const saved = await commit(db, {
      label: 'order-saved',
      now,
      writes: [
        { table: 'orders', record },
        { table: 'orders', record: { ...quote, status: 'done' } },
      ],
    });
    return saved.ok ? accept(record) : saved;
  });

/** Writes a draft as it stands; drafts are not offered to undo, their saving is. */
export const keepDraft = (db: Database, order: Order, now: number) =>
  commit(db, {
    label: 'order-saved',
    now,
    undoable: false,
    writes: [{ table: 'orders', record: order }],
  });

export const setStatus = (db: Database, order: Order, status: OrderStatus, now: number) =>
  commit(db, {
    label: 'order-saved',
    now,
    writes: [{ table: 'orders', record: { ...order, status } }],
  });

/** Into the trash, also a draft nobody wants. */
export const deleteOrder = (db: Database, order: Order, now: number) =>
  commit(db, {
    label: 'order-deleted',
    now,
    writes: [{ table: 'orders', record: { ...order, deletedAt: now } }],
  });
