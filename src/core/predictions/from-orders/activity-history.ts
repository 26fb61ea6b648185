import { activityOutcomes } from '#core/customers/activity.ts';

/** What was done with customers, in any order; `outcome` is the place in `activityOutcomes`. */
export type ActivityEvents = {
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly outcome: Uint8Array;
};

/** By customer and day: those of customer c are `start[c]` to `start[c + 1]`. */
export type ActivityHistory = ActivityEvents & { readonly start: Uint32Array };

/** Puts activities into place by customer and day. Those of nobody known are left out. */
export const arrangeActivities = (
  { customer, day, outcome }: ActivityEvents,
  customers: number,
): ActivityHistory => {
  const isKnown = (row: number) => (customer[row] ?? -1) >= 0 && (customer[row] ?? 0) < customers;
  const rows = [...customer.keys()].filter(isKnown);
  rows.sort((a, b) => (customer[a] ?? 0) - (customer[b] ?? 0) || (day[a] ?? 0) - (day[b] ?? 0));
  const start = new Uint32Array(customers + 1);
  for (const row of rows) {
    const after = (customer[row] ?? 0) + 1;
    start[after] = (start[after] ?? 0) + 1;
  }
  for (let at = 0; at < customers; at += 1) start[at + 1] = (start[at + 1] ?? 0) + (start[at] ?? 0);
  return {
    start,
    customer: Int32Array.from(rows, (row) => customer[row] ?? -1),
    day: Int32Array.from(rows, (row) => day[row] ?? 0),
    outcome: Uint8Array.from(rows, (row) => outcome[row] ?? activityOutcomes.indexOf('none')),
  };
};
