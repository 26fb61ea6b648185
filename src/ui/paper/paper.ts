/** One of the sums under the table; the total is drawn larger. */
export type PaperSum = { readonly name: string; readonly value: string; readonly isTotal: boolean };

export type PaperColumn = {
  readonly name: string;
  /** Share of the table's width; all of them are 1. */
  readonly width: number;
  readonly isNumber: boolean;
};

/** An order as it stands on paper: all of it text, ready to be laid out. */
export type Paper = {
  readonly title: string;
  /** Who sells: name first, then address and numbers. */
  readonly sender: readonly string[];
  /** Who buys: name first, then address. */
  readonly receiver: readonly string[];
  readonly facts: readonly (readonly [string, string])[];
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly totals: readonly PaperSum[];
  readonly note: string;
  readonly page: (page: number, pages: number) => string;
  readonly locale: string;
  /** Without characters a file system refuses. */
  readonly fileName: string;
};
