import { useCallback, useEffect, useRef, useState } from 'react';
import type { Refusal, Result } from '#core/result.ts';
import { accept } from '#core/result.ts';
import type { Order } from '#core/sales/order.ts';
import type { Database } from '#db/database.ts';
import { findRecord } from '#db/sealed-table.ts';
import { holdUnsavedWork } from '#jobs/unsaved-work.ts';
import { keepDraft, saveOrder } from './save-order.ts';

/** A pause in typing after which a draft is written, ms. */
const pauseMs = 300;

/** An order being edited: as it stands, how to change it, how to save it for good. */
export type Draft = {
  readonly order: Order;
  readonly change: (make: (order: Order) => Order) => void;
  readonly save: () => Promise<Result<Order>>;
  /** Nothing more is written: the draft was discarded. Resolves to the record as it was last kept. */
  readonly stop: () => Promise<Order | undefined>;
  readonly isKept: boolean;
  readonly refusal: Refusal | undefined;
};

/** Writes one draft after the other, never two at once, always the newest. */
const useKeeper = (db: Database, initial: Order) => {
  const newest = useRef(initial);
  const kept = useRef(initial);
  const stored = useRef({ rev: initial.rev, ord: initial.ord });
  const last = useRef<Promise<Refusal | undefined>>(Promise.resolve(undefined));
  const withPlace = useCallback((order: Order): Order => {
    const { rev, ord } = stored.current;
    return { ...order, rev, ...(ord === undefined ? {} : { ord }) };
  }, []);
  const keep = useCallback((): Promise<Refusal | undefined> => {
    last.current = last.current.then(async () => {
      const order = newest.current;
      if (order === kept.current) return undefined;
      const written = await keepDraft(db, withPlace(order), Date.now());
      if (!written.ok) return written.refusal;
      kept.current = order;
      // Its place in the columns was given by the first writing, and must not be given again.
      const record = await findRecord(db, 'orders', order.id);
      if (record !== undefined) stored.current = { rev: record.rev, ord: record.ord };
      return undefined;
    });
    return last.current;
  }, [db, withPlace]);
  return { newest, kept, keep, withPlace };
};

/**
 * Holds an order while it is edited. A draft is written a moment after every change, so that a killed
 * tab loses the last keystrokes at most; an order saved before is written by `save` alone.
 */
export const useDraft = (db: Database, initial: Order): Draft => {
  const [order, setOrder] = useState(initial);
  const [refusal, setRefusal] = useState<Refusal>();
  const [isKept, setKept] = useState(true);
  const { newest, kept, keep, withPlace } = useKeeper(db, initial);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isDraft = initial.status === 'draft';
  const keepNow = useCallback(async () => {
    clearTimeout(timer.current);
    const refused = await keep();
    setRefusal(refused);
    setKept(refused === undefined && newest.current === kept.current);
  }, [keep, newest, kept]);
  useEffect(() => (isKept ? undefined : holdUnsavedWork()), [isKept]);
  useEffect(() => {
    if (!isDraft) return undefined;
    const leave = () => document.visibilityState === 'hidden' && void keepNow();
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      void keepNow();
    };
  }, [isDraft, keepNow]);
  const change = (make: (order: Order) => Order) => {
    newest.current = make(newest.current);
    setOrder(newest.current);
    setKept(false);
    if (!isDraft) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void keepNow(), pauseMs);
  };
  const stop = async () => {
    clearTimeout(timer.current);
    newest.current = kept.current;
    await keep();
    setKept(true);
    const record = withPlace(kept.current);
    return record.rev === 0 ? undefined : record;
  };
  const save = async () => {
    clearTimeout(timer.current);
    if (isDraft) {
      const refused = await keep();
      if (refused !== undefined) return { ok: false, refusal: refused } as const;
    }
    const saved = await saveOrder(db, withPlace(newest.current), Date.now());
    if (!saved.ok) {
      setRefusal(saved.refusal);
      return saved;
    }
    kept.current = newest.current;
    setKept(true);
    return accept(saved.value);
  };
  return { order, change, save, stop, isKept, refusal };
};
