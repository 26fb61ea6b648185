export type ServeOptions = {
  readonly root: string;
  /** Folder name in the address, with both slashes: `/` or `/crm/`. */
  readonly prefix?: string | undefined;
  readonly port?: number | undefined;
  /** Value of a `cache-control` header; none is sent without it. */
  readonly cache?: string | undefined;
};

export function serveFolder(
  options: ServeOptions,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }>;
