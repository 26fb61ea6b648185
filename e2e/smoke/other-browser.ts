/** What the short journey needs of a browser: open an address, and run a function in the page. */
export type OtherBrowser = {
  readonly version: string;
  readonly open: (url: string) => Promise<void>;
  /** Runs a function in the page; it may be asynchronous, its argument and answer are JSON. */
  readonly run: <A, T>(act: (argument: A) => T | Promise<T>, argument: A) => Promise<T>;
  readonly close: () => Promise<void>;
};
