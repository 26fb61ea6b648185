/** What the page asks the service worker. The kind of a skip is Workbox's own word. */
export type ToOffline = { readonly kind: 'verify' } | { readonly type: 'SKIP_WAITING' };

/** The answer to `verify`: every file of the build was compared with its digest. */
export type Verified = {
  /** Number of files this build is made of. */
  readonly entries: number;
  /** Those that are not on the device, or not as built, and could not be fetched again. */
  readonly missing: readonly string[];
};
