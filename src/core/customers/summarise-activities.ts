import type { CustomValue } from '#core/record.ts';

/** Heads of what was done with customers, column by column; the arrays are equally long. */
export type ActivityHeads = {
  /** Index of the customer, −1 for one that is not known. */
  readonly customer: Int32Array;
  /** Days since 1970. */
  readonly day: Int32Array;
  /** 1 for a visit; 1 when somebody was reached. */
  readonly isVisit: Uint8Array;
  readonly isContact: Uint8Array;
};

/** What this needs of a chunk of the set `activities.head`. */
type Chunk = {
  readonly ids: readonly (string | null)[];
  readonly columns: Readonly<Record<string, readonly CustomValue[]>>;
};

/**
 * Reads a chunk of activity heads into typed columns; those in the trash are left out. A note is no
 * contact, nor is a call nobody answered. `dayOf` gives the day since 1970 of an instant.
 */
export const activityHeadsOf = (
  chunk: Chunk,
  customerOf: (id: string) => number,
  dayOf: (instant: number) => number,
): ActivityHeads => {
  const { customerId = [], startAt = [], type = [], outcome = [] } = chunk.columns;
  const present = [...chunk.ids.keys()].filter((row) => chunk.ids[row] !== null);
  const isContact = (row: number) => type[row] !== 'note' && outcome[row] !== 'nocontact';
  return {
    customer: Int32Array.from(present, (row) => customerOf(String(customerId[row] ?? ''))),
    day: Int32Array.from(present, (row) => dayOf(Number(startAt[row] ?? 0))),
    isVisit: Uint8Array.from(present, (row) => (type[row] === 'visit' ? 1 : 0)),
    isContact: Uint8Array.from(present, (row) => (isContact(row) ? 1 : 0)),
  };
};

/** What the activities say of each customer, by its index; NaN is "never". */
export type ActivitySummary = {
  readonly visits: Float64Array;
  readonly lastVisitDay: Float64Array;
  readonly lastContactDay: Float64Array;
};

export const emptyActivitySummary = (customers: number): ActivitySummary => ({
  visits: new Float64Array(customers),
  lastVisitDay: new Float64Array(customers).fill(Number.NaN),
  lastContactDay: new Float64Array(customers).fill(Number.NaN),
});

const latest = (days: Float64Array, at: number, day: number) => {
  if (!((days[at] as number) >= day)) days[at] = day;
};

/** Adds activities to a summary, in place: call it once per chunk. */
export const addActivities = (summary: ActivitySummary, heads: ActivityHeads): void => {
  for (let row = 0; row < heads.customer.length; row += 1) {
    const customer = heads.customer[row] as number;
    if (customer < 0 || customer >= summary.visits.length) continue;
    const day = heads.day[row] as number;
    if (heads.isVisit[row] === 1) {
      summary.visits[customer] = (summary.visits[customer] as number) + 1;
      latest(summary.lastVisitDay, customer, day);
    }
    if (heads.isContact[row] === 1) latest(summary.lastContactDay, customer, day);
  }
};
