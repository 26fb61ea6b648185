import type { Activity } from '#core/customers/activity.ts';
import { dayNumber } from '#core/day-number.ts';
import { type Position, wayKm } from '#core/position.ts';
import type { Order } from '#core/sales/order.ts';
import type { Database } from '#db/database.ts';
import { readSettings } from '#db/read-settings.ts';
import { findRecords, listRecords } from '#db/sealed-table.ts';
import { instantOf } from '#i18n/local-day.ts';
import { findCustomers, readRows } from '#jobs/directory-jobs.ts';

/** Of each kind, on one day. */
const most = 200;

/** What was done on a day. */
export type DayReport = {
  readonly activities: readonly Activity[];
  readonly orders: readonly Order[];
  /** Whose first order it was. */
  readonly newCustomers: readonly string[];
  /** By id; a customer without a name stands as its number. */
  readonly nameOf: (customerId: string, number: (nth: number) => string) => string;
  /** As the crow flies from home over the places of the visits and back; undefined when none is known. */
  readonly km: number | undefined;
  readonly repName: string | undefined;
};

const readNewCustomers = async (day: string): Promise<readonly string[]> => {
  const found = await findCustomers({
    search: '',
    filters: [{ column: 'firstOrderDay', operator: 'is', value: dayNumber(day) }],
    sort: { column: 'name', descending: false },
  });
  if (!found.ok) return [];
  const rows = await readRows([...found.value.ords.subarray(0, most)]);
  return rows.ok ? rows.value.map(({ id }) => id) : [];
};

/** Reads a day (`YYYY-MM-DD`, where the tablet is) by the indexes of its activities and orders. */
export const readDayReport = async (db: Database, day: string): Promise<DayReport> => {
  const [activities, orders, newCustomers, settings] = await Promise.all([
    listRecords(db, 'activities', {
      index: 'startAt',
      between: [instantOf(day), instantOf(day, 24 * 60) - 1],
      limit: most,
    }),
    listRecords(db, 'orders', { index: 'date', equals: day, limit: most }),
    readNewCustomers(day),
    readSettings(db),
  ]);
  const done = activities.filter(({ deletedAt }) => deletedAt === undefined);
  const sold = orders.filter(({ deletedAt, status }) => !deletedAt && status !== 'cancelled');
  const ids = new Set([...done, ...sold].map(({ customerId }) => customerId).concat(newCustomers));
  const customers = new Map(
    (await findRecords(db, 'customers', [...ids])).map((one) => [one.id, one]),
  );
  const places = done
    .filter(({ type }) => type === 'visit')
    .flatMap(({ checkIn, customerId }): Position[] => {
      const place = checkIn ?? customers.get(customerId)?.position;
      return place === undefined ? [] : [place];
    });
  const home = settings.homePosition === undefined ? [] : [settings.homePosition];
  return {
    activities: done,
    orders: sold,
    newCustomers,
    nameOf: (id, number) => {
      const customer = customers.get(id);
      return customer?.name ?? number((customer?.ord ?? 0) + 1);
    },
    km: places.length === 0 ? undefined : wayKm([...home, ...places, ...home]),
    repName: settings.repName,
  };
};
