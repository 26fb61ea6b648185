import type { BulkChange, BulkPreview } from '#core/customers/bulk-change.ts';
import type { CustomerClass, Lifecycle } from '#core/customers/customer.ts';
import type { LikenessReason } from '#core/customers/likeness.ts';
import type { Filter } from '#core/customers/saved-view.ts';
import type { Period, PeriodSums } from '#core/customers/sum-period.ts';

/** What a row of a list shows: a projection of a customer, opened once at unlock. */
export type DirectoryRow = {
  readonly ord: number;
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly lifecycle: Lifecycle;
  readonly class: CustomerClass | '';
  readonly probability: number | null;
  readonly segment: number | null;
  /** The segment is only the nearest one: the customer came or bought after the search for segments. */
  readonly isProvisional: boolean;
  /** Days since 1970 of the last order, or null. */
  readonly lastOrderDay: number | null;
  readonly orders: number;
  readonly revenueMinor: number;
  /** The first phone number, '' without one. */
  readonly phone: string;
  readonly doNotContact: boolean;
  readonly position: { readonly latitude: number; readonly longitude: number } | null;
  /** Days since 1970 of the last visit, and of the last time somebody was reached in any way. */
  readonly lastVisitDay: number | null;
  readonly lastContactDay: number | null;
  readonly visits: number;
  /** Days between two visits, and the day since 1970 the next one is due; null without a rhythm. */
  readonly visitIntervalDays: number | null;
  readonly dueDay: number | null;
};

/** Sorted by '' or `ord`: as entered, or the best found first when something is sought. */
export type DirectoryQuery = {
  readonly search: string;
  readonly filters: readonly Filter[];
  readonly sort: { readonly column: string; readonly descending: boolean };
  /** Days since 1970 where the rep is; for filters that count from it. */
  readonly today?: number;
};

/** Customers that are probably the same one. */
export type DuplicateGroup = {
  /** At most 6, in the order of their places. */
  readonly ids: readonly string[];
  /** Of the surest pair, 0..1. */
  readonly score: number;
  readonly reasons: readonly LikenessReason[];
};

/** workers/directory: owns the columns decrypted at unlock; answers with ordinals. */
export type DirectoryContract = {
  find: {
    /** `firstRows`: how many rows come along, so that a list needs no second question. */
    input: DirectoryQuery & { readonly firstRows?: number };
    output: {
      readonly ords: Uint32Array;
      /** The first of them, as many as were asked for. */
      readonly rows: readonly DirectoryRow[];
      readonly total: number;
      readonly seq: number;
      /** Whether contacts and notes were searched too: they are opened after the first search. */
      readonly isDeep: boolean;
    };
    progress: never;
  };
  /** What stands in a column and how often, the most frequent first; at most 200 values. */
  values: {
    input: { readonly column: string };
    output: readonly { readonly value: string; readonly count: number }[];
    progress: never;
  };
  /** At most 500 rows, in the order asked for; a customer gone since is left out. */
  rows: {
    input: { readonly ords: readonly number[] };
    output: readonly DirectoryRow[];
    progress: never;
  };
  /** What a change of many would do, from the columns alone. */
  previewMany: {
    input: { readonly ords: Uint32Array; readonly change: BulkChange };
    output: BulkPreview;
    progress: never;
  };
  /** Does it, in one commit. Refuses: cancelled, edit-conflict, storage-full. */
  changeMany: {
    input: { readonly ords: Uint32Array; readonly change: BulkChange; readonly now: number };
    output: { readonly changed: number; readonly same: number };
    progress: { readonly done: number; readonly total: number };
  };
  /** Sizes for the dashboards: customers, orders, revenue. */
  totals: {
    input: Record<string, never>;
    output: {
      readonly customers: number;
      readonly orders: number;
      readonly revenueMinor: number;
      readonly scored: number;
    };
    progress: never;
  };
  /** Groups of customers that are probably the same, the surest first, at most 100 of `total`. */
  duplicates: {
    input: Record<string, never>;
    output: { readonly groups: readonly DuplicateGroup[]; readonly total: number };
    progress: never;
  };

  /** What was reached in a period: revenue, visits, new customers. */
  period: { input: Period; output: PeriodSums; progress: never };
};
