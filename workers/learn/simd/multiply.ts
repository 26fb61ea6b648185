import type { Kernels } from './open-kernels.ts';

/** Where a matrix lies: address, bytes between rows, bytes between panels of eight columns. */
export type Place = { readonly at: number; readonly row: number; readonly panel: number };

/** A left factor whole, `step` bytes from one term of a sum to the next, or only what is not zero. */
export type Factor =
  | { readonly at: number; readonly row: number; readonly step: number }
  | EntryList;

/** Where a list of entries and the ends of its rows lie. */
export type EntryList = { readonly entries: number; readonly ends: number };

export type Product = {
  readonly a: Factor;
  /** Rows of the result, a multiple of four. */
  readonly rows: number;
  readonly b: Place;
  /** Panels of the result. */
  readonly panels: number;
  /** Terms of each sum. */
  readonly length: number;
  /** What the sums start from; `row` 0 starts every row alike (a bias). */
  readonly start: Place;
  readonly out: Place;
  /** The least an element may become; relu is 0. */
  readonly floor: number;
};

/** Zeros to start from: a plan leaves them at address 0. */
export const nothing: Place = { at: 0, row: 0, panel: 0 };

/** `out = max(floor, start + a · b)`. */
export const multiply = (kernels: Kernels, product: Product): void => {
  const { a, rows, b, panels, length, start, out, floor } = product;
  if ('entries' in a) {
    kernels.multiplyListed(
      a.entries,
      a.ends,
      rows,
      b.at,
      b.row,
      b.panel,
      panels,
      start.at,
      start.row,
      start.panel,
      out.at,
      out.row,
      out.panel,
      floor,
    );
    return;
  }
  kernels.multiply(
    a.at,
    a.row,
    a.step,
    rows,
    b.at,
    b.row,
    b.panel,
    panels,
    length,
    start.at,
    start.row,
    start.panel,
    out.at,
    out.row,
    out.panel,
    floor,
  );
};
