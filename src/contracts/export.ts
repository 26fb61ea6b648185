import type { Language } from '#core/assistant/conversation.ts';

/** Lists that can be written as a table. Orders are written line by line. */
export const listKinds = [
  'customers',
  'contacts',
  'activities',
  'tasks',
  'deals',
  'orders',
  'products',
] as const;
export type ListKind = (typeof listKinds)[number];

export type ExportReceipt = {
  readonly file: Blob;
  /** Rows, cards or records written. */
  readonly count: number;
  /** SHA-256 over the records, base64: equal for equal records. Only of `everything`. */
  readonly digest?: string;
};

/** workers/export: records become files, and a file of everything becomes records again. */
export type ExportContract = {
  /** A list as CSV or XLSX, safe to open in a spreadsheet. Refuses: nothing-to-export. */
  list: {
    input: {
      readonly kind: ListKind;
      readonly form: 'csv' | 'xlsx';
      readonly language: Language;
      /** Places of the customers wanted, in order; without it all. Only for customers. */
      readonly ords?: Uint32Array;
    };
    output: ExportReceipt;
    progress: { readonly rows: number };
  };
  /** Customers and contacts as an address book (vCard 3.0). Refuses: nothing-to-export. */
  addressBook: {
    input: { readonly now: number };
    output: ExportReceipt;
    progress: { readonly rows: number };
  };
  /** Every record as JSON, one a line, not sealed. Models and scores only when asked. */
  everything: {
    input: { readonly withModels: boolean; readonly now: number };
    output: ExportReceipt;
    progress: { readonly rows: number };
  };
  /**
   * What a file of everything holds, read and checked to its end; nothing is written.
   * Refuses: export-not-ours, export-newer, export-damaged (line).
   */
  check: {
    input: { readonly file: Blob };
    output: {
      readonly exportedAt: number;
      readonly counts: Readonly<Record<string, number>>;
      readonly digest: string;
    };
    progress: { readonly rows: number };
  };
  /**
   * Writes a checked file into a database without customers, exactly as it was. Cancelled or refused:
   * nothing of it stays. Refuses: restore-not-empty, storage-full, and what `check` refuses.
   */
  restore: {
    input: { readonly file: Blob };
    output: { readonly count: number; readonly digest: string };
    progress: { readonly rows: number };
  };
};
