import type { OrderKind } from '#core/sales/order.ts';
import { orderKey, orderNumber } from '#core/sales/order-number.ts';
import type { Database } from '#db/database.ts';
import { findByExternalIds } from '#db/sealed-table.ts';

/** Numbers looked at beyond a free one: a gap left by emptied trash is not filled again. */
const lookAhead = 64;

/** Which of these numbers of a year are given, by our own orders or as an imported file wrote them. */
const takenOf = async (
  db: Database,
  kind: OrderKind,
  date: string,
  nths: readonly number[],
): Promise<number[]> => {
  const keysOf = (nth: number) => {
    const number = orderNumber(date, nth);
    return [orderKey(kind, number), number];
  };
  const known = await findByExternalIds(db, 'orders', nths.flatMap(keysOf));
  return nths.filter((nth) => keysOf(nth).some((key) => known.has(key)));
};

/**
 * The next number of a kind in the year of a date. It is found by asking the blind index for numbers,
 * doubling and then halving: twenty questions for a million orders, and no counter to go wrong.
 */
export const nextNumber = async (db: Database, kind: OrderKind, date: string): Promise<string> => {
  const isTaken = async (nth: number) => (await takenOf(db, kind, date, [nth])).length > 0;
  let free = 1;
  while (await isTaken(free)) free *= 2;
  let taken = Math.floor(free / 2);
  for (;;) {
    while (free - taken > 1) {
      const middle = Math.floor((free + taken) / 2);
      if (await isTaken(middle)) taken = middle;
      else free = middle;
    }
    const ahead = Array.from({ length: lookAhead }, (_, step) => free + step);
    const last = (await takenOf(db, kind, date, ahead)).at(-1);
    if (last === undefined) return orderNumber(date, free);
    taken = last;
    free = last + 1;
  }
};
